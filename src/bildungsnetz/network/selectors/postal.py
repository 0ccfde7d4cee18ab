"""Postal addresses as they stand in the window of a letter, and the letterhead of the office."""

from dataclasses import dataclass

from bildungsnetz.network.models import ContactChannel, Institution, Site

OFFICE = "education_office"


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Who writes: the education office as it stands in the register."""

    name: str
    street: str
    place: str
    phone: str = ""
    email: str = ""

    @property
    def return_line(self) -> str:
        return " · ".join(part for part in (self.name, self.street, self.place) if part)


def postal_lines(name: str, institution: Institution | None) -> tuple[str, ...]:
    """The lines of the address: institution, person, street, place; empty without a whole address. Needs `main_sites`
    or asks for the main site."""
    if institution is None:
        return ()
    site = _main_site(institution)
    if site is None or not (site.street and site.postal_code and site.city):
        return ()
    return tuple(
        part for part in (institution.name, name, site.street, f"{site.postal_code} {site.city}") if part
    )


def own_lines(name: str, address: str) -> tuple[str, ...]:
    """An address of her own: "Ringstr. 1, 42781 Haan" in lines below the name."""
    return (name, *(part.strip() for part in address.replace("\n", ",").split(",") if part.strip()))


def letterhead(fallback: str) -> Letterhead:
    """The first education office of the register; `fallback` names the sender where there is none."""
    office = Institution.objects.filter(kind=OFFICE).order_by("pk").first()
    if office is None:
        return Letterhead(fallback, "", "")
    site = _main_site(office) or Site()
    ways = ContactChannel.objects.filter(institution=office).order_by("is_official", "pk")
    reach = {way.kind: way.value for way in reversed(ways)}
    place = f"{site.postal_code} {site.city}".strip()
    return Letterhead(office.name, site.street, place, reach.get("phone", ""), reach.get("email", ""))


def _main_site(institution: Institution) -> Site | None:
    known = getattr(institution, "main_sites", None)
    if known is not None:
        return next(iter(known), None)
    return Site.objects.filter(institution=institution, is_main=True).order_by("pk").first()
