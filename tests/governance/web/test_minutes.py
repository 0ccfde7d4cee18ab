"""Pages of minutes: composing, two writers, submitting, approving, reading, supplementing."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from bildungsnetz.core.actor import Actor
from bildungsnetz.core.registers.my_day import Matter, matters_for
from bildungsnetz.governance.domain.minutes import MinutesState
from bildungsnetz.governance.domain.visibility import Visibility
from bildungsnetz.governance.models import Minutes, Session
from bildungsnetz.governance.selectors.minutes import sections_of, stored_file
from bildungsnetz.governance.services.minutes import change_minutes, take_back_minutes
from tests.governance import build, results
from tests.sign_in import signed_in

pytestmark = pytest.mark.django_db


def url(session: Session, name: str = "minutes") -> str:
    return reverse(f"governance:{name}", args=[session.pk])


def sign_in_member(client: Client, session: Session, last_name: str) -> None:
    client.force_login(build.member(session.body, last_name).user)


def messages_of(answer: object) -> list[str]:
    return [str(message) for message in answer.context["messages"]]


def words(answer: object) -> str:
    paper = b"".join(answer.streaming_content)
    return " ".join(page.extract_text() for page in PdfReader(BytesIO(paper)).pages)


def typed(form: object, **changed: str) -> dict[str, object]:
    """What the browser sends when only these fields were changed."""
    return {name: form[name].value() for name in form.fields} | changed


def test_composing_leads_to_the_draft(client: Client) -> None:
    session = results.a_running_session()
    results.a_decision(session)
    signed_in(client, "clerk")
    assert url(session, "minutes-compose") not in client.get(url(session)).content.decode()
    session = results.hold(session)
    assert url(session, "minutes-compose") in client.get(url(session)).content.decode()
    assert client.get(url(session, "minutes-compose")).status_code == 405
    answer = client.post(url(session, "minutes-compose"), follow=True)
    assert answer.redirect_chain == [(url(session, "minutes-edit"), 302)]
    assert Minutes.objects.get().state == MinutesState.DRAFT


def test_changing_and_submitting(client: Client) -> None:
    draft = results.a_draft()
    session = draft.session
    signed_in(client, "clerk")
    form = client.get(url(session, "minutes-edit")).context["form"]
    answer = client.post(
        url(session, "minutes-edit"), typed(form, text_attendance="Alle.\r\n\r\nGäste: keine."), follow=True
    )
    assert messages_of(answer) == ["Der Entwurf ist gespeichert."]
    assert sections_of(Minutes.objects.get())[1].paragraphs == ("Alle.", "Gäste: keine.")
    assert "Karl Winter oder Dana Herbst" in client.get(url(session, "minutes-submit")).content.decode()
    answer = client.post(url(session, "minutes-submit"), follow=True)
    assert messages_of(answer) == ["Das Protokoll liegt zur Freigabe vor."]
    answer = client.get(url(session, "minutes-edit"), follow=True)
    assert messages_of(answer) == ["Dieses Protokoll ist kein Entwurf mehr und wird nicht mehr geändert."]


def test_two_writers_lose_nothing(client: Client) -> None:
    draft = results.a_draft()
    session, item = draft.session, sections_of(draft)[4]
    signed_in(client, "clerk")
    form = client.get(url(session, "minutes-edit")).context["form"]
    change_minutes(
        actor=build.an_actor("head", name="Hanna Haupt"),
        minutes=draft,
        texts={"attendance": "Von Hanna.", item.key: "Von Hanna zum Fachtag."},
        expected_version=draft.version,
        now=results.ENDS,
    )
    mine = typed(form, **{"text_head": "Von mir.", f"text_{item.key}": "Von mir zum Fachtag."})
    answer = client.post(url(session, "minutes-edit"), mine)
    assert answer.status_code == 409
    entries = {entry.merged.key: entry for entry in answer.context["form"].section_fields()}
    assert entries["head"].field.value() == "Von mir."
    assert (entries["attendance"].field.value(), entries["attendance"].merged.taken_over) == (
        "Von Hanna.",
        True,
    )
    clash = entries[item.key]
    assert (clash.field.value(), clash.merged.saved) == ("Von mir zum Fachtag.", "Von Hanna zum Fachtag.")
    assert [(str(line.change), line.text) for line in clash.merged.lines] == [
        ("removed", "Von Hanna zum Fachtag."),
        ("added", "Von mir zum Fachtag."),
    ]
    page = answer.content.decode()
    assert "Hanna Haupt hat den Entwurf „Protokoll Lenkungskreis, 1. Sitzung“ geändert." in page
    assert sections_of(Minutes.objects.get())[0].paragraphs[0] == "Sitzung am 04.03.2026"
    again = client.post(url(session, "minutes-edit"), typed(answer.context["form"]))
    assert again.headers["Location"] == url(session)
    texts = {part.key: part.paragraphs for part in sections_of(Minutes.objects.get())}
    assert (texts["head"], texts["attendance"], texts[item.key]) == (
        ("Von mir.",),
        ("Von Hanna.",),
        ("Von mir zum Fachtag.",),
    )


def test_saving_after_submitting_keeps_the_typed_text(client: Client) -> None:
    draft = results.a_draft()
    signed_in(client, "clerk")
    form = client.get(url(draft.session, "minutes-edit")).context["form"]
    results.submitted(draft)
    answer = client.post(url(draft.session, "minutes-edit"), typed(form, text_head="Zu spät."))
    assert answer.context["form"]["text_head"].value() == "Zu spät."
    assert answer.context["form"].non_field_errors() == [
        "Das Protokoll liegt zur Genehmigung vor. Nehmen Sie es zurück, bevor Sie es ändern."
    ]


def test_taking_back_needs_a_reason(client: Client) -> None:
    waiting = results.submitted()
    signed_in(client, "clerk")
    answer = client.post(url(waiting.session, "minutes-take-back"), {"reason": ""})
    assert answer.context["form"].errors == {"reason": ["Bitte füllen Sie dieses Feld aus."]}
    client.post(url(waiting.session, "minutes-take-back"), {"reason": "Tippfehler"})
    assert Minutes.objects.get().state == MinutesState.DRAFT


def test_both_sides_approve_what_they_read(client: Client) -> None:
    waiting = results.submitted()
    session = waiting.session
    for name, side, message in (
        ("Winter", "land", "Ihre Freigabe ist festgehalten. Die andere Seite steht noch aus."),
        ("Kaiser", "kommune", "Alle Seiten haben freigegeben. Die Mitglieder haben das Protokoll bekommen."),
    ):
        sign_in_member(client, session, name)
        page = client.get(url(session, "minutes-approve"))
        assert [key for key, _name in page.context["sides"]] == [side]
        assert waiting.content_hash in page.content.decode()
        said = {"side": side, "read_hash": waiting.content_hash}
        answer = client.post(url(session, "minutes-approve"), said, follow=True)
        assert messages_of(answer) == [message]
    assert Minutes.objects.get().state == MinutesState.DELIVERED
    assert client.get(url(session, "minutes-approve")).headers["Location"] == url(session)


def test_a_changed_text_is_shown_anew_instead_of_approved(client: Client) -> None:
    waiting = results.submitted()
    read, clerk = waiting.content_hash, build.an_actor("clerk")
    back = take_back_minutes(actor=clerk, minutes=waiting, reason="Nachtrag", now=results.ENDS)
    sign_in_member(client, waiting.session, "Winter")
    said = {"side": "land", "read_hash": read}
    answer = client.post(url(waiting.session, "minutes-approve"), said, follow=True)
    assert messages_of(answer) == ["Dieses Protokoll liegt nicht zur Genehmigung vor."]
    changed = change_minutes(
        actor=clerk, minutes=back, texts={"head": "Anders."}, expected_version=back.version, now=results.ENDS
    )
    results.submitted(changed)
    answer = client.post(url(waiting.session, "minutes-approve"), said, follow=True)
    assert messages_of(answer) == [
        "Das Protokoll wurde inzwischen geändert. Lesen Sie die neue Fassung, bevor Sie genehmigen."
    ]
    assert answer.context["reading"].sections[0].paragraphs == ("Anders.",)
    assert Minutes.objects.get().approvals.count() == 0


def test_drafts_are_not_shown_to_others(client: Client) -> None:
    draft = results.a_draft()
    for name in ("Weber", "Winter"):
        sign_in_member(client, draft.session, name)
        answer = client.get(url(draft.session))
        assert "Das Protokoll wird geschrieben" in answer.content.decode()
        assert results.WORDING not in answer.content.decode()
        assert client.get(url(draft.session, "minutes-pdf")).status_code == 404
        assert client.get(url(draft.session, "minutes-edit")).status_code == 403


def test_members_get_an_excerpt_as_page_and_as_file(client: Client) -> None:
    session = results.a_running_session()
    results.a_decision(session)
    results.a_decision(session, "Personalie", visibility=Visibility.OFFICE)
    done = results.approved(results.submitted(results.a_draft(session)))
    sign_in_member(client, session, "Weber")
    page, paper = client.get(url(session)), client.get(url(session, "minutes-pdf"))
    assert paper.headers["Content-Disposition"] == (
        'attachment; filename="protokoll-lenkungskreis-1-sitzung-auszug.pdf"'
    )
    text = words(paper)
    for shown in (page.content.decode(), text):
        assert "Personalie" not in shown
        assert "Fachtag Übergang" in shown
    assert "Auszug aus dem Protokoll" in text
    sign_in_member(client, session, "Winter")
    assert "Personalie" in client.get(url(session)).content.decode()
    whole = client.get(url(session, "minutes-pdf"))
    assert b"".join(whole.streaming_content) == stored_file(done)
    assert (
        whole.headers["Content-Disposition"] == 'attachment; filename="protokoll-lenkungskreis-1-sitzung.pdf"'
    )


def test_other_bodies_are_not_known(client: Client) -> None:
    waiting = results.submitted()
    other = build.a_steering_body("Zweiter Kreis")
    client.force_login(build.member(other, "Winter").user)
    for name in ("minutes", "minutes-pdf", "minutes-approve"):
        assert client.get(url(waiting.session, name)).status_code == 404
    said = {"side": "land", "read_hash": waiting.content_hash}
    assert client.post(url(waiting.session, "minutes-approve"), said).status_code == 404


def test_supplements(client: Client) -> None:
    done = results.approved()
    signed_in(client, "clerk")
    said = {"text": "Zu TOP 3: Es heißt Haan.", "reason": "Schreibfehler"}
    answer = client.post(url(done.session, "minutes-supplement"), said, follow=True)
    assert messages_of(answer) == ["Die 1. Ergänzung steht beim Protokoll."]
    sign_in_member(client, done.session, "Weber")
    assert "Zu TOP 3: Es heißt Haan." in client.get(url(done.session)).content.decode()


def matters_of(actor: Actor) -> list[Matter]:
    """What is due around sessions and minutes; a self-check has its own tests."""
    return [matter for matter in matters_for(actor, results.ENDS) if "Selbstcheck" not in str(matter.kind)]


def test_what_stands_on_my_day() -> None:
    session = results.hold(results.a_running_session())
    clerk = build.an_actor("clerk")
    lines = [(m.group, str(m.kind), m.title, m.due.isoformat() if m.due else "") for m in matters_of(clerk)]
    assert lines == [("due", "Protokoll schreiben", "Lenkungskreis, 1. Sitzung", "2026-03-18")]
    minutes = results.compose_minutes(actor=clerk, session=session, now=results.ENDS)
    assert len(matters_of(clerk)) == 1
    results.submitted(minutes)
    assert matters_of(clerk) == []
    winter, weber = (build.actor_of(build.member(session.body, name)) for name in ("Winter", "Weber"))
    assert [(m.group, str(m.kind), m.url) for m in matters_for(winter, results.ENDS)] == [
        ("waiting", "Protokoll freigeben", url(session))
    ]
    assert matters_for(weber, results.ENDS) == []
    results.approve_as(Minutes.objects.get(), "Winter", "land")
    assert matters_for(winter, results.ENDS) == []


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_costs_the_same_whatever_it_shows(
    client: Client,
    count: int,
    django_assert_num_queries: Callable[[int], AbstractContextManager[None]],
) -> None:
    session = results.a_running_session()
    for number in range(count):
        results.a_decision(session, f"Punkt {number}")
    results.submitted(results.a_draft(session))
    signed_in(client, "head")
    with django_assert_num_queries(16):
        client.get(url(session))
