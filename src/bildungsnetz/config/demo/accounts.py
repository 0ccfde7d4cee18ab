"""The accounts of the demo: who one can be with one click. All people are invented."""

from dataclasses import dataclass

from bildungsnetz.accounts.api import roles
from bildungsnetz.network.api import FunctionKind

DOMAIN = "@demo.example"
OTHERS = "@post.demo.example"  # everybody who is not offered at the login


@dataclass(frozen=True)
class DemoAccount:
    """`role` is given by hand; empty when the rights follow from a seat. `institution` and `function`: what she does where."""

    key: str
    label: str
    first_name: str
    last_name: str
    institution: str
    function: FunctionKind
    role: str = ""
    title: str = ""

    @property
    def mail(self) -> str:
        return f"{self.key}{DOMAIN}"


HEAD, CLERK, PEDAGOGICAL, SCIENTIFIC = "leitung", "verwaltung", "paedagogik", "wissenschaft"
LAND, KOMMUNE, MEMBER, DEPUTY = "vorsitz-land", "vorsitz-kommune", "mitglied", "vertretung"
SCHOOL, PARTNER, DATA_PROTECTION, ADMINISTRATION = "schule", "partner", "datenschutz", "system"

_F = FunctionKind
ACCOUNTS = (
    DemoAccount(HEAD, "Leitung Bildungsbüro", "Marlene", "Brinkhoff", "office", _F.OFFICE_HEAD, roles.HEAD),
    DemoAccount(CLERK, "Verwaltungskraft", "Tobias", "Lindner", "office", _F.ADMIN_OFFICER, roles.CLERK),
    DemoAccount(
        PEDAGOGICAL,
        "Pädagogische Mitarbeit",
        "Aylin",
        "Sevimli",
        "office",
        _F.PEDAGOGICAL_OFFICER,
        roles.PEDAGOGICAL,
    ),
    DemoAccount(
        SCIENTIFIC,
        "Wissenschaftliche Mitarbeit",
        "Jonas",
        "Feldkamp",
        "office",
        _F.RESEARCH_OFFICER,
        roles.SCIENTIFIC,
        "Dr.",
    ),
    DemoAccount(LAND, "Ko-Vorsitz Land", "Renate", "Osterholt", "upper", _F.UPPER_SUPERVISION),
    DemoAccount(KOMMUNE, "Ko-Vorsitz Kommune", "Henrik", "Mertens", "district", _F.DISTRICT_DIRECTOR),
    DemoAccount(MEMBER, "Mitglied (Stadt)", "Carola", "Wiesner", "municipality:Ratingen", _F.DEPARTMENT_HEAD),
    DemoAccount(DEPUTY, "Stellvertretung", "Deniz", "Akbulut", "municipality:Ratingen", _F.OTHER),
    DemoAccount(SCHOOL, "Schulleitung", "Ewa", "Zielinska", "school:20:Velbert", _F.PRINCIPAL, roles.SCHOOL),
    DemoAccount(
        PARTNER, "Bildungspartner", "Rüdiger", "Hollmann", "training_provider", _F.MANAGEMENT, roles.PARTNER
    ),
    DemoAccount(
        DATA_PROTECTION, "Datenschutz", "Ilka", "Petersen", "district", _F.OTHER, roles.DATA_PROTECTION
    ),
    DemoAccount(
        ADMINISTRATION, "Systemverwaltung", "Mirko", "Janssen", "district", _F.OTHER, roles.ADMINISTRATION
    ),
)
BY_KEY = {account.key: account for account in ACCOUNTS}
PAIRS = tuple((account.mail, account.label) for account in ACCOUNTS)
"""Mail and label of each demo account, in the order in which the login offers them."""


def greeting(port: int) -> str:
    """What the terminal says before the pages are served: the address and who one can be."""
    return "\n".join(
        (
            f"\nDemo: http://127.0.0.1:{port}/anmelden/ – Anmelden mit einem Klick, ohne Passwort:",
            *(f"  {label:<28} {mail}" for mail, label in PAIRS),
            "Alle Personen und Einrichtungen sind erfunden. Keine Mail verlässt die Demo.\n",
        )
    )
