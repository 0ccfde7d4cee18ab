"""Each act is one entry and one sentence, shown on the thing and on the page it belongs to."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest

from bildungsnetz.core import audit
from bildungsnetz.core.actor import SYSTEM, Actor
from bildungsnetz.core.models import AuditEntry, MailAttachment, OutgoingMail
from bildungsnetz.core.registers import sentences

pytestmark = pytest.mark.django_db
ANNA = Actor(7, "Anna Ähre")


@pytest.fixture(autouse=True)
def known_sentences(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(sentences, "_sentences", {})
    sentences.register(
        {"mail.write": "{actor} hat {label} geschrieben.", "mail.move": "{actor}: {label} nach {to}."}
    )


def lines(thing: OutgoingMail | MailAttachment) -> list[str]:
    return [line.sentence for line in audit.history_of(thing)]


def test_an_entry_is_a_sentence_on_its_thing(now: datetime) -> None:
    mail = OutgoingMail(pk=5, subject="Einladung", recipient="a@example.org")
    entry = audit.record("mail.write", actor=ANNA, on=mail, now=now)
    assert (entry.actor_id, entry.object_kind, entry.object_key, entry.at) == (
        7,
        "core.outgoingmail",
        "5",
        now,
    )
    assert lines(mail) == ["Anna Ähre hat Einladung → a@example.org geschrieben."]
    assert lines(OutgoingMail(pk=6)) == []


def test_newest_first_and_on_the_page_of_the_whole(now: datetime) -> None:
    mail, file = OutgoingMail(pk=5), MailAttachment(pk=9, filename="plan.pdf")
    audit.record("mail.write", actor=ANNA, on=mail, now=now, label="Brief")
    audit.record("mail.move", actor=SYSTEM, on=file, thread=mail, now=now + timedelta(hours=1), to="Ablage")
    assert lines(mail) == ["System: plan.pdf nach Ablage.", "Anna Ähre hat Brief geschrieben."]
    assert lines(file) == ["System: plan.pdf nach Ablage."]
    assert [entry.act for entry in audit.entries()] == ["mail.move", "mail.write"]


@pytest.mark.parametrize("act", ["mail.unknown", "mail.move"])
def test_no_entry_without_its_sentence(act: str, now: datetime) -> None:
    with pytest.raises(KeyError):
        audit.record(act, actor=ANNA, on=OutgoingMail(pk=5), now=now)
    assert AuditEntry.objects.count() == 0


def test_a_long_name_is_cut(now: datetime) -> None:
    entry = audit.record("mail.write", actor=ANNA, on=OutgoingMail(pk=5), now=now, label="x" * 400)
    assert entry.object_label == "x" * 300
