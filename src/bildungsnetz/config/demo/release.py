"""Since yesterday the chairs of the Lenkungskreis release the agenda: one side has done so for the next session."""

from dataclasses import fields
from datetime import datetime
from functools import partial

from bildungsnetz.config.demo.accounts import HEAD, LAND
from bildungsnetz.config.demo.region import Region
from bildungsnetz.governance.api import BodySettings, change_body, release_agenda, sessions_to_release


def note_release(region: Region) -> None:
    """Write both acts into the diary."""
    region.diary.note(region.at(-1, 16), partial(_ask_for_it, region))
    region.diary.note(region.at(-1, 17), partial(_release, region))


def _ask_for_it(region: Region, at: datetime) -> None:
    for body in region.bodies.values():
        if body.gives_orders:
            body.refresh_from_db()
            known = {field.name: getattr(body, field.name) for field in fields(BodySettings)}
            known |= {"release_needed": True, "fields_of_action": tuple(body.fields_of_action.all())}
            settings = BodySettings(**known)
            change_body(
                actor=region.actor(HEAD, at), body=body, version=body.version, settings=settings, now=at
            )


def _release(region: Region, at: datetime) -> None:
    chair = region.actor(LAND, at)
    for session in sessions_to_release(chair, at)[:1]:
        release_agenda(actor=chair, session=session, side="land", now=at)
