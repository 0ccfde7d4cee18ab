"""Jobs of core."""

from datetime import datetime

from django_tasks import task, task_backends

from bildungsnetz.core import clock, delivery
from bildungsnetz.core.mailbox import configured, last_look, look
from bildungsnetz.core.models import OutgoingMail


@task()
def send_mail(pk: int) -> None:
    """Send one mail of the outbox; after a failure try again later."""
    if delivery.deliver(pk, now=clock.now()):
        return
    again = delivery.next_attempt(pk, now=clock.now())
    if again and task_backends["default"].supports_defer:
        send_mail.using(run_after=again).enqueue(pk)


def give_up_claims(now: datetime) -> str:
    """The recurring job that finds mails whose sending broke off."""
    count = delivery.give_up_claims(now=now)
    return f"{count} Mails, deren Versand abbrach" if count else "nichts abgebrochen"


@task()
def look_into_mailbox() -> None:
    """Read answers and bounces; no transaction is open while the server is asked."""
    mailbox = configured()
    if mailbox is not None:
        look(mailbox, now=clock.now())


def plan_look_into_mailbox(_now: datetime) -> str:
    """The recurring job that lets the worker look; says what the last look brought."""
    mailbox = configured()
    if mailbox is None:
        return "kein Postfach eingerichtet"
    look_into_mailbox.enqueue()
    last = last_look(mailbox)
    return f"angestoßen; zuletzt: {last.trouble or 'gelesen'}" if last else "zum ersten Mal angestoßen"


def take_up_waiting_mail() -> int:
    """Plan every mail that waits, when an installation starts: a crash may have lost its job. Gives how many."""
    delivery.give_up_claims(now=clock.now())
    waiting = OutgoingMail.objects.filter(state=OutgoingMail.State.QUEUED).values_list("pk", flat=True)
    for pk in waiting:
        send_mail.enqueue(pk)
    return len(waiting)
