"""Accounts and mail: what the office does on the pages of the administration."""

import re

from playwright.sync_api import Page, expect

from tests.browser.person import Person

LINK = re.compile(r"https?://\S+")


def invite_colleague(head: Person, *, name: str, email: str, role: str) -> None:
    """Invite somebody who works in the office, with their role."""
    head.open("/verwaltung/konten/")
    head.follow("Person einladen")
    head.fill("Vor- und Nachname", name)
    head.fill("E-Mail-Adresse", email)
    head.choose(role)
    head.press("Einladung versenden")
    head.is_told(f"Die Einladung an {name} ist unterwegs.")


def open_mail(reader: Person, *, to: str, subject: str) -> Page:
    """The newest mail to an address with a subject, as the outbox shows it."""
    reader.open(f"/verwaltung/postausgang/?q={to}")
    reader.page.get_by_role("link", name=subject).first.click()
    expect(reader.page.locator("main")).to_contain_text(to)
    return reader.page


def link_in_mail(reader: Person, *, to: str, subject: str) -> str:
    """The first address in the text of that mail."""
    text = open_mail(reader, to=to, subject=subject).locator(".bn-mail").inner_text()
    found = LINK.search(text)
    assert found, text
    return found.group()


def invitation_of(reader: Person, email: str) -> str:
    """The link of the invitation to an account."""
    return link_in_mail(reader, to=email, subject="Ihr Zugang zum Bildungsnetz")
