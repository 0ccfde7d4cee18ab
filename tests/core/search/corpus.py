"""About 200 invented entries of a region, and a source that reads them."""

from collections.abc import Iterable, Iterator

from bildungsnetz.core.actor import Actor
from bildungsnetz.core.registers.search import Entry

KIND = "test.thing"
OTHER = "test.paper"
CITIES = (
    "Erkrath",
    "Haan",
    "Heiligenhaus",
    "Hilden",
    "Langenfeld",
    "Mettmann",
    "Monheim am Rhein",
    "Ratingen",
    "Velbert",
    "Wülfrath",
)
NAMED = (  # title, what it is, street
    ("Lindenhofschule", "Grundschule", "Lindenweg 4"),
    ("Schule am Mühlenteich", "Grundschule", "Mühlenstr. 12"),
    ("St.-Barbara-Schule", "Katholische Grundschule", "Kirchplatz 1"),
    ("Käthe-Lerche-Gymnasium", "Gymnasium", "Schlossallee 30"),
    ("Gesamtschule Nordpark", "Gesamtschule", "Parkstraße 9"),
    ("Realschule Sonnenberg", "Realschule", "Am Sonnenberg 2"),
    ("Förderschule Regenbogen", "Förderschule, Schwerpunkt Sprache", "Bachstraße 7"),
    ("Berufskolleg Technik", "Berufskolleg", "Industriestraße 40"),
    ("Kita Wirbelwind", "Kindertagesstätte", "Wiesenweg 3"),
    ("Familienzentrum Mitte", "Familienbildungsstätte", "Marktplatz 5"),
    ("Volkshochschule", "Einrichtung der Weiterbildung", "Rathausplatz 1"),
    ("Stadtbibliothek", "Bücherei", "Rathausplatz 2"),
    ("Musikschule", "Musikschule für Kinder und Jugendliche", "Alte Schulstraße 8"),
    ("Jugendtreff Bahnhof", "Offene Jugendarbeit", "Bahnhofstraße 11"),
    ("Fachstelle Sprachförderung", "Beratung für Schulen und Kitas", "Rathausplatz 1"),
    ("Sportverein Blau-Weiß", "Verein", "Stadionstraße 20"),
    ("Ausbildungsbetrieb Holz", "Handwerksbetrieb mit Praktikumsplätzen", "Gewerbering 6"),
    ("Schulpsychologische Beratung", "Beratungsstelle", "Kreuzstraße 14"),
    ("Elternverein", "Verein der Eltern von Schülerinnen und Schülern", "Gartenstraße 21"),
)
SINGLE = (
    ("Schulamt für den Kreis", "Untere Schulaufsicht in Mettmann"),
    ("Haaner Runde", "Verein in Hilden, Haaner Straße 5, arbeitet mit einer Grundschule"),
    ("Zebra-Café", "Treffpunkt für Neuzugewanderte in Ratingen"),
    ("Schülerakademie", "Ferienangebot in Velbert"),
    ("E-Mail-Werkstatt", "Kurse für Ältere"),
)


def _entries() -> Iterator[Entry]:
    key = 0
    for city in CITIES:
        for title, what, street in NAMED:
            key += 1
            yield Entry(
                KIND, key, f"{title} {city}", f"{what} {city} {street}", f"{what}, {city}", f"/ort/{key}/"
            )
    for title, body in SINGLE:
        key += 1
        yield Entry(KIND, key, title, body, body, f"/ort/{key}/")


THINGS = {entry.pk: entry for entry in _entries()}
PAPERS = {
    1: Entry(OTHER, 1, "Protokoll der 3. Sitzung", "Lenkungskreis Beschluss zur Schulsozialarbeit"),
    2: Entry(OTHER, 2, "Vorlage Zukunftswerkstatt", "vertraulich Xylophonkauf Lenkungskreis"),
}


class Source:
    """Reads from a dictionary and hides what it is told to hide."""

    def __init__(self, kind: str, entries: dict[int, Entry]) -> None:
        self.kind, self.entries, self.hidden = kind, dict(entries), set()

    def read(self, pks: Iterable[int] | None) -> Iterator[Entry]:
        keys = self.entries if pks is None else pks
        return (self.entries[key] for key in keys if key in self.entries)

    def visible(self, actor: Actor, pks: Iterable[int]) -> set[int]:
        return {key for key in pks if actor.is_system or key not in self.hidden}
