"""Jobs of core."""

from django_tasks import task

from bildungsnetz.core import clock, delivery


@task()
def send_mail(pk: int) -> None:
    """Send one mail of the outbox."""
    delivery.deliver(pk, now=clock.now())
