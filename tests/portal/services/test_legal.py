"""The texts a public body must show."""

import pytest

from bildungsnetz.core.errors import NotAllowed, StaleVersion
from bildungsnetz.core.models import AuditEntry
from bildungsnetz.core.registers import readiness
from bildungsnetz.portal.domain.legal_pages import PAGES
from bildungsnetz.portal.models import LegalText
from bildungsnetz.portal.services.legal import change_text
from tests.accounts.build import NOW, an_actor

pytestmark = pytest.mark.django_db


def changed(body: str, version: int, *, slug: str = "imprint", role: str = "clerk") -> LegalText:
    return change_text(actor=an_actor(role), slug=slug, body=body, version=version, now=NOW)


def test_a_text_is_kept_and_told():
    text = changed("Kreis Mettmann", 0)
    assert (text.body, text.version, str(text)) == ("Kreis Mettmann", 1, "Impressum")
    assert changed("Kreis Mettmann, Düsseldorfer Straße", 1).version == 2
    assert [e.object_label for e in AuditEntry.objects.filter(act="portal.text.change")] == ["Impressum"] * 2


@pytest.mark.parametrize("version", [0, 1, 3])
def test_a_save_on_an_older_text_is_refused(version: int):
    changed("eins", 0)
    changed("zwei", 1)
    before = AuditEntry.objects.count()
    with pytest.raises(StaleVersion):
        changed("drei", version)
    assert LegalText.objects.get().body == "zwei"
    assert AuditEntry.objects.filter(act="portal.text.change").count() == 2
    assert AuditEntry.objects.count() == before + 1  # the role of the one who asked


def test_a_first_save_on_a_version_that_never_was_is_refused():
    with pytest.raises(StaleVersion):
        changed("eins", 1)
    assert not LegalText.objects.exists()


@pytest.mark.parametrize("role", ["pedagogical", "member", "data_protection"])
def test_others_may_not_change_texts(role: str):
    actor = an_actor(role)
    before = AuditEntry.objects.count()
    with pytest.raises(NotAllowed):
        change_text(actor=actor, slug="imprint", body="x", version=0, now=NOW)
    assert (LegalText.objects.count(), AuditEntry.objects.count()) == (0, before)


def test_production_is_ready_when_no_text_has_gaps():
    def missing() -> list[str]:
        return [line for line in readiness.findings() if line.startswith("Der Text")]

    assert missing() == [
        "Der Text „Impressum“ fehlt oder hat noch Lücken.",
        "Der Text „Datenschutz“ fehlt oder hat noch Lücken.",
        "Der Text „Erklärung zur Barrierefreiheit“ fehlt oder hat noch Lücken.",
    ]
    changed(PAGES["imprint"].draft, 0)
    changed("Verantwortlich ist der Kreis.", 0, slug="privacy")
    assert len(missing()) == 2
    changed("Kreis Mettmann", 1)
    changed("Wir prüfen jährlich.", 0, slug="accessibility")
    assert missing() == []
