"""Fills an installation with a Lenkungskreis at work: office, seats, chairs and deputies, all with accounts.

Run inside the installation: `python -m tests.journeys.committee`. The story of a year begins where the main job ends.
"""

import os

import django

OFFICE = (
    ("Ines Anders", "anders@kreis.example", "head"),
    ("Tarik Özdemir", "oezdemir@kreis.example", "clerk"),
)
MEMBERS = ("Winter", "Lang", "Kaiser", "Stadler", "Weber", "Wolf", "Berger", "Busch")


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bildungsnetz.config.settings")
    django.setup()
    fill()


def fill() -> None:
    from bildungsnetz.core.actor import SYSTEM  # noqa: PLC0415 - Django is set up in main
    from bildungsnetz.governance.models import Body  # noqa: PLC0415 - Django is set up in main
    from tests.governance import build  # noqa: PLC0415 - Django is set up in main

    body = build.a_steering_body()
    Body.objects.filter(pk=body.pk).update(release_needed=True)
    for name, email, role in OFFICE:
        grant(build.a_user(name, email), role, SYSTEM)
    for last_name in MEMBERS:
        person = build.member(body, last_name)
        person.email = mail_of(last_name)
        person.save()
        person.user.email = person.email
        let_in(person.user)


def grant(user: object, role: str, actor: object) -> None:
    from bildungsnetz.accounts.services.grants import grant_role  # noqa: PLC0415 - Django is set up in main
    from tests.governance.build import NOW, START  # noqa: PLC0415 - Django is set up in main

    grant_role(actor=actor, user=user, role=role, valid_from=START, now=NOW)
    let_in(user)


def let_in(user: object) -> None:
    """The password that everybody has whom the browser plays."""
    from tests.browser.person import PASSWORD  # noqa: PLC0415 - Django is set up in main

    user.set_password(PASSWORD)
    user.save()


def mail_of(last_name: str) -> str:
    return f"{last_name.lower()}@kreis.example"


if __name__ == "__main__":
    main()
