"""What the page of a session says about where it stands and what comes next."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.actor import Actor
from bildungsnetz.core.clock import day_of
from bildungsnetz.governance.domain.session_states import SessionState
from bildungsnetz.governance.policies import sessions as policies
from bildungsnetz.governance.selectors.session_record import SessionRecord

STATE_TONES: dict[str, str] = {
    SessionState.PLANNED: "quiet",
    SessionState.INVITED: "info",
    SessionState.IN_SESSION: "info",
    SessionState.HELD: "warning",
    SessionState.MINUTES_DRAFT: "warning",
    SessionState.MINUTES_APPROVED: "success",
    SessionState.ARCHIVED: "success",
    SessionState.CANCELLED: "danger",
}
STEPS: tuple[tuple[str | Promise, frozenset[str]], ...] = (
    (_("Tagesordnung"), frozenset({SessionState.PLANNED})),
    (_("Einladung"), frozenset({SessionState.INVITED})),
    (_("Sitzung"), frozenset({SessionState.IN_SESSION})),
    (_("Protokoll"), frozenset({SessionState.HELD, SessionState.MINUTES_DRAFT})),
)


@dataclass(frozen=True)
class Step:
    label: str | Promise
    state: str
    url: str = ""


@dataclass(frozen=True)
class NextStep:
    """The one thing to do now: a button (`route` with the key of the session) or, without one, only a sentence."""

    text: str | Promise
    route: str = ""
    label: str | Promise = ""


def steps_of(state: str) -> list[Step]:
    """The way of a session from agenda to minutes with the place where it stands."""
    if state == SessionState.CANCELLED:
        return []
    here = next((index for index, (_label, states) in enumerate(STEPS) if state in states), len(STEPS))
    words = ["done"] * here + ["current"] + ["todo"] * len(STEPS)
    return [Step(label, word) for (label, _states), word in zip(STEPS, words, strict=False)]


def next_step(actor: Actor, record: SessionRecord) -> NextStep | None:
    """What the actor can do next with this session; None when it waits for others."""
    find = _NEXT.get(SessionState(record.session.state))
    return find(actor, record) if find else None


def _planned(actor: Actor, record: SessionRecord) -> NextStep | None:
    if not policies.may_invite(actor, record.session):
        return None
    if not record.own_items:
        text = _("Noch steht kein eigener Punkt auf der Tagesordnung.")
        return NextStep(text, "governance:item-new", _("Tagesordnungspunkt aufnehmen"))
    if record.release and record.release.missing:
        text = _("Die Tagesordnung wartet auf die Freigabe: %(sides)s.")
        return NextStep(text % {"sides": ", ".join(record.release.missing)})
    return NextStep(_("Die Tagesordnung steht."), "governance:session-invite", _("Einladung vorbereiten"))


def _invited(actor: Actor, record: SessionRecord) -> NextStep | None:
    if not policies.may_open_session(actor, record.session):
        return None
    if record.today < day_of(record.session.starts_at):
        return NextStep(_("Die Einladung ist versendet. Am Sitzungstag eröffnen Sie hier die Sitzung."))
    return NextStep(_("Die Sitzung kann beginnen."), "governance:session-open", _("Sitzung eröffnen"))


def _running(actor: Actor, record: SessionRecord) -> NextStep | None:
    if not policies.may_change_item(actor, record.session):
        return None
    return NextStep(_("Die Sitzung läuft."), "governance:session-room", _("Zum Sitzungsraum"))


def _minutes(actor: Actor, record: SessionRecord) -> NextStep | None:
    if record.session.state == SessionState.HELD:
        if not policies.may_close_session(actor, record.session):
            return None
        return NextStep(
            _("Die Sitzung ist geschlossen. Das Protokoll fehlt noch."),
            "governance:minutes",
            _("Protokoll erstellen"),
        )
    return NextStep(_("Das Protokoll ist im Entwurf."), "governance:minutes", _("Zum Protokoll"))


def _approved(actor: Actor, record: SessionRecord) -> NextStep | None:
    return NextStep(_("Das Protokoll ist genehmigt."), "governance:minutes", _("Zum Protokoll"))


_NEXT = {
    SessionState.PLANNED: _planned,
    SessionState.INVITED: _invited,
    SessionState.IN_SESSION: _running,
    SessionState.HELD: _minutes,
    SessionState.MINUTES_DRAFT: _minutes,
    SessionState.MINUTES_APPROVED: _approved,
    SessionState.ARCHIVED: _approved,
}
