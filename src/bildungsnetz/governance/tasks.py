"""Jobs of governance."""

from datetime import datetime

from django_tasks import task

from bildungsnetz.core import clock, jobs
from bildungsnetz.governance.selectors.invitation_runs import RUN
from bildungsnetz.governance.services import invitation_run
from bildungsnetz.governance.services.public_records import refresh_all


@task()
def write_invitation_mails(run_pk: int) -> None:
    """Write the mails of one run; a run that has ended is left alone."""
    run = jobs.running_one(RUN, run_pk)
    if run is not None:
        invitation_run.write_invitation_mails(run, now=clock.now())


def take_up_runs(now: datetime) -> str:
    """The recurring job that goes on with runs whose process died."""
    runs = jobs.broken_off(RUN, now)
    for run in runs:
        write_invitation_mails.enqueue(run.pk)
    return f"{len(runs)} Versandläufe wieder aufgenommen" if runs else "kein Versandlauf unterbrochen"


def check_public_records(now: datetime) -> str:
    """The nightly look at everything public: mends what a crash after a commit left behind."""
    changed = refresh_all(now=now)
    return f"{changed} öffentliche Angaben nachgetragen" if changed else "alle öffentlichen Angaben stimmen"
