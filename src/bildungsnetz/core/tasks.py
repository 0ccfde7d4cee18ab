"""Jobs of core."""

from django_tasks import task

from bildungsnetz.core import clock, mail


@task()
def send_mail(pk: int) -> None:
    """Send one mail of the outbox."""
    mail.deliver(pk, now=clock.now())
