"""Bodies: set up from a preset, filled with mandates, deputies and chairs."""

from datetime import date

from tests.browser.person import Person


def set_up(clerk: Person, preset: str) -> None:
    """Set up a body as its preset describes it, under the same name."""
    clerk.open("/gremien/")
    clerk.follow("Gremium einrichten")
    clerk.follow(preset, clerk.page.locator("main"))
    clerk.press("Gremium einrichten")
    clerk.is_told("Das Gremium ist eingerichtet.")


def open_body(person: Person, name: str = "Lenkungskreis") -> None:
    person.open("/gremien/")
    person.follow(name, person.page.locator("main"))
    person.arrives_at("gremien")


def fill_seat(clerk: Person, *, seat: str, person: str, since: date) -> None:
    """Enter the mandate of a person on a seat."""
    open_body(clerk)
    clerk.follow("Mandat eintragen")
    clerk.pick("Sitz", seat)
    clerk.pick("Person", _sorted_name(person))
    clerk.fill("Mandat ab", since.isoformat())
    clerk.press("Mandat eintragen", clerk.page.locator("main form"))
    clerk.is_told("Mandat")


def name_deputy(clerk: Person, *, of: str, deputy: str, since: date) -> None:
    """Enter who stands in for a member."""
    open_body(clerk)
    clerk.follow(of, clerk.page.locator("#mitglieder"))
    clerk.follow("Vertretung eintragen")
    clerk.pick("Person", _sorted_name(deputy))
    clerk.fill("Vertretung ab", since.isoformat())
    clerk.press("Vertretung eintragen", clerk.page.locator("main form"))
    clerk.sees(deputy)


def make_chair(clerk: Person, *, name: str, since: date) -> None:
    """Enter who leads for the side of their seat."""
    open_body(clerk)
    clerk.follow("Vorsitz eintragen")
    clerk.pick("Wer leitet", name)
    clerk.fill("Vorsitz ab", since.isoformat())
    clerk.press("Vorsitz eintragen", clerk.page.locator("main form"))
    clerk.is_told("Vorsitz")


def _sorted_name(name: str) -> str:
    """The beginning of the name in lists: the last name stands first."""
    return f"{name.rsplit(maxsplit=1)[-1]},"
