"""Names of invented people, each once."""

from collections.abc import Iterator
from random import Random

from bildungsnetz.config.demo.accounts import ACCOUNTS, OTHERS
from bildungsnetz.config.demo.reading import read

_PLAIN = str.maketrans(
    {
        "ä": "ae",
        "ö": "oe",
        "ü": "ue",
        "ß": "ss",
        "ş": "s",
        "ç": "c",
        "\N{LATIN SMALL LETTER DOTLESS I}": "i",
        "ğ": "g",
        "ć": "c",
        "ó": "o",
        "é": "e",
    }
)


def invented_names(chance: Random) -> Iterator[tuple[str, str]]:
    """First and last name, men and women in turn, no pair twice, without end."""
    lists = read("names")
    used = {(account.first_name, account.last_name) for account in ACCOUNTS}
    turn = 0
    while True:
        pair = (chance.choice(lists["women" if turn % 2 else "men"]), chance.choice(lists["last"]))
        turn += 1
        if pair not in used:
            used.add(pair)
            yield pair


def address_of(first_name: str, last_name: str) -> str:
    """A mail address that cannot exist."""
    local = f"{first_name}.{last_name}".lower().translate(_PLAIN).replace(" ", "-")
    return f"{local}{OTHERS}"
