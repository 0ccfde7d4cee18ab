"""Prints as JSON what a browser may open in the demo region of an installation: addresses by route, and signed-in sessions.

Run inside the installation: `python -m tests.browser.addresses`.
"""

import json
import os
import sys

import django


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bildungsnetz.config.settings")
    django.setup()
    sys.stdout.write(
        json.dumps({"pages": pages(), "sessions": {key: session(key) for key in ("leitung", "vorsitz-land")}})
    )


def pages() -> dict[str, list[str]]:
    """Route → the addresses of its example objects, one per state."""
    from django.urls import reverse  # noqa: PLC0415 - Django is set up in main

    from tests.security.examples import examples_of  # noqa: PLC0415
    from tests.security.route_table import routes  # noqa: PLC0415

    return {
        route.name: [
            reverse(route.name, kwargs=found) for found in examples_of(route.name, route.arguments).values()
        ]
        for route in routes()
    }


def session(account: str) -> str:
    """The key of a session in which the demo account is signed in."""
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY  # noqa: PLC0415
    from django.contrib.sessions.backends.db import SessionStore  # noqa: PLC0415

    from bildungsnetz.accounts.models import User  # noqa: PLC0415
    from bildungsnetz.config.demo.accounts import BY_KEY  # noqa: PLC0415

    user = User.objects.get(email=BY_KEY[account].mail)
    store = SessionStore()
    store[SESSION_KEY] = str(user.pk)
    store[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    store[HASH_SESSION_KEY] = user.get_session_auth_hash()
    store.save()
    return str(store.session_key)


if __name__ == "__main__":
    main()
