"""The fields of action of the network."""

from bildungsnetz.config.demo.accounts import HEAD
from bildungsnetz.config.demo.reading import read
from bildungsnetz.config.demo.region import FOUNDED, Region
from bildungsnetz.network.api import FieldEntry, enter_field_of_action


def enter_fields(region: Region) -> None:
    """The four fields of Kreis Mettmann, known by their keys afterwards."""
    at = region.at(FOUNDED + 2, 11)
    for position, row in enumerate(read("fields")["field"], start=1):
        entry = FieldEntry(name=row["name"], description=row["description"], position=position)
        region.fields_of_action[row["key"]] = enter_field_of_action(
            actor=region.actor(HEAD, at), entry=entry, now=at
        )
