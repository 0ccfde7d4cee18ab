"""Search by criteria, mailing lists, serial mails and letters through their pages."""

import io
import re
from collections.abc import Callable

import pytest
from django.test import Client
from pypdf import PdfReader
from pytest_django.fixtures import DjangoAssertNumQueries
from python_calamine import CalamineWorkbook

from bildungsnetz.core.models import OutgoingMail
from bildungsnetz.network.domain.questions import Condition, Group, Question
from bildungsnetz.network.models import ListChoice, ListRecipient, ListUse, MailingList, Objection
from bildungsnetz.network.selectors.list_runs import sign_off_token
from tests.network.build import a_person, haan
from tests.network.build_lists import a_draft, a_list, a_principal, sent

pytestmark = pytest.mark.django_db
LEADS = "was=personen&g1=alle&g1b1f=funktion&g1b1w=principal"
NOBODY = Question(groups=(Group((Condition("konto"),)),))
SEARCH, LISTS = "/netzwerk/suche/", "/netzwerk/verteiler/"


def test_conditions_are_added_and_left_out_without_javascript(clerk: Client) -> None:
    assert "Womit möchten Sie anfangen?" in clerk.get(SEARCH).content.decode()
    answer = clerk.get(f"{SEARCH}?was=personen&neu1=funktion")
    assert answer.headers["Location"] == f"{SEARCH}?was=personen&g1=alle&g1b1f=funktion#bedingungen"
    page = clerk.get(f"{SEARCH}?{LEADS}&g1b2f=naehe&g1b2w=Haan").content.decode()
    assert '<option value="principal" selected>Schulleitung</option>' in page
    assert 'name="g1b2k"' in page
    left = clerk.get(f"{SEARCH}?{LEADS}&g1b2f=post&weg=g1b1")
    assert left.headers["Location"] == f"{SEARCH}?was=personen&g1=alle&g1b1f=post#bedingungen"


def test_hits_are_shown_with_the_question_in_words(clerk: Client) -> None:
    a_principal("Anna")
    page = clerk.get(f"{SEARCH}?{LEADS}").content.decode()
    assert ("1 Treffer" in page, "Anna, Kim" in page, "Funktion der Person „Schulleitung“" in page) == (
        True,
    ) * 3
    page = clerk.get(f"{SEARCH}?was=einrichtungen&g1b1f=ort&g1b1w={haan().pk}&g1b1n=nicht").content.decode()
    assert "Nichts passt zu diesen Bedingungen" in page
    assert "Stadt oder Gemeinde nicht „Haan“" in page


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize("subject", ["personen", "einrichtungen"])
def test_a_list_costs_at_most_ten_queries(
    clerk: Client, rows: int, subject: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(rows):
        a_principal(f"Name {number}")
    query = (
        LEADS.replace("personen", subject) + "&g1b2f=art&g1b2w=school&g1b3f=gremium&g1b3w=body:1&g1b3n=nicht"
    )
    # session, user, roles; kinds, bodies; members; count, page, functions or places, their places or mails
    with django_assert_num_queries(10):
        clerk.get(f"{SEARCH}?{query}")


@pytest.mark.parametrize(
    ("place", "queries"),
    [("Haan", 9), ("42781 Haan", 9), ("Dieker Str.", 10), ("Unbekannter Weg 3 Haan", 10)],
)
@pytest.mark.parametrize("subject", ["personen", "einrichtungen"])
def test_near_a_place_costs_at_most_ten_queries(
    clerk: Client,
    subject: str,
    place: str,
    queries: int,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    for number in range(3):
        a_principal(f"Name {number}")
    query = {"was": subject, "g1b1f": "naehe", "g1b1w": place, "g1b2f": "art", "g1b2w": "school"}
    with django_assert_max_num_queries(queries):
        clerk.get(SEARCH, query)


def test_a_search_becomes_a_list_and_is_changed(clerk: Client) -> None:
    a_principal("Anna")
    new = f"{LISTS}neu/?{LEADS}"
    assert "Funktion der Person „Schulleitung“" in clerk.get(new).content.decode()
    typed = {"name": "Leitungen", "purpose": "mailings", "basis": "task", "note": ""}
    answer = clerk.post(new, typed)
    known = MailingList.objects.get()
    address = f"{LISTS}{known.pk}/"
    assert answer.headers["Location"] == address
    assert "gibt es schon" in clerk.post(new, typed).content.decode()
    assert "Heute gemeint: 1 Anschrift" in clerk.get(address).content.decode()
    assert clerk.get(f"{address}suche/").headers["Location"] == f"{address}suche/?{LEADS}"
    assert "1 Treffer" in clerk.get(f"{address}suche/?{LEADS}").content.decode()
    assert "Noch keine Bedingung" in clerk.get(f"{address}suche/?was=personen").content.decode()
    clerk.post(f"{address}suche/?{LEADS}&g1b2f=konto")
    assert "Zurzeit passt niemand" in clerk.get(address).content.decode()
    assert clerk.get(f"{address}bearbeiten/").status_code == 200
    clerk.post(f"{address}bearbeiten/", {**typed, "name": "Neu", "version": 2})
    assert "Neu" in clerk.get(LISTS).content.decode()
    assert "verschwindet mit allem" in clerk.get(f"{address}entfernen/").content.decode()
    clerk.post(f"{address}entfernen/")
    assert "Noch kein Verteiler" in clerk.get(LISTS).content.decode()


def test_by_hand(clerk: Client) -> None:
    known, guest = a_list(), a_person("Gast")
    address = f"{LISTS}{known.pk}/"
    page = clerk.get(f"{address}hinzufuegen/?q=gast").content.decode()
    assert f'href="{address}hand/dazu/p{guest.pk}/"' in page
    assert clerk.get(f"{address}hand/dazu/p{guest.pk}/").status_code == 200
    clerk.post(f"{address}hand/dazu/p{guest.pk}/", {"reason": "Absprache"})
    page = clerk.get(address).content.decode()
    assert "von Hand hinzugefügt: Absprache" in page
    choice = ListChoice.objects.get()
    assert clerk.get(f"{address}handwahl/{choice.pk}/").status_code == 200
    clerk.post(f"{address}handwahl/{choice.pk}/")
    assert not ListChoice.objects.exists()
    for wrong in (f"hand/vielleicht/p{guest.pk}/", "hand/dazu/pxy/", "hand/dazu/i0/"):
        assert clerk.get(f"{address}{wrong}").status_code == 404


def test_a_serial_mail_is_written_looked_at_and_sent(
    clerk: Client, django_capture_on_commit_callbacks: Callable[..., object]
) -> None:
    a_principal("Anna")
    known = a_list()
    typed = {"kind": "mail", "subject": "Fachtag", "body": "Wir laden Sie ein."}
    assert clerk.get(f"{LISTS}{known.pk}/schreiben/").status_code == 200
    answer = clerk.post(f"{LISTS}{known.pk}/schreiben/", typed)
    use = ListUse.objects.get()
    address = f"{LISTS}sendungen/{use.pk}/"
    assert answer.headers["Location"] == address
    page = clerk.get(address).content.decode()
    assert "Guten Tag Kim Anna," in page
    assert "1 Mail senden" in page
    clerk.post(f"{address}bearbeiten/", {"subject": "Fachtag 2", "body": "Text", "version": use.version})
    assert clerk.get(f"{address}bearbeiten/").status_code == 200
    late = a_principal("Bert")
    seen = re.findall(r'name="seen" value="(\w+)"', page)[0]
    page = clerk.post(f"{address}senden/", {"seen": seen}).content.decode()
    assert "hat sich inzwischen geändert" in page
    assert late.name in page
    seen = re.findall(r'name="seen" value="(\w+)"', page)[0]
    with django_capture_on_commit_callbacks(execute=True):
        clerk.post(f"{address}senden/", {"seen": seen})
    assert OutgoingMail.objects.count() == 2
    assert "Mails geschrieben" in clerk.get(address).content.decode()


def test_letters_come_as_one_tagged_file(clerk: Client) -> None:
    for name in ("Anna", "Bert"):
        a_principal(name)
    use = a_draft(a_list(), "letter")
    address = f"{LISTS}sendungen/{use.pk}/"
    reader = PdfReader(io.BytesIO(clerk.get(f"{address}briefe/").content))
    texts = [page.extract_text() for page in reader.pages]
    assert ["Kim Anna" in texts[0], "Guten Tag Kim Bert," in texts[1], len(texts)] == [True, True, 2]
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]  # type: ignore[index]
    sent(use)
    a_principal("Cem")
    assert len(PdfReader(io.BytesIO(clerk.get(f"{address}briefe/").content)).pages) == 2
    assert "Briefe als PDF-Datei" in clerk.get(address).content.decode()
    empty = a_draft(a_list("leer", NOBODY), "letter")
    assert clerk.get(f"{LISTS}sendungen/{empty.pk}/briefe/").status_code == 302
    assert "Zurzeit bekommt niemand etwas" in clerk.get(f"{LISTS}sendungen/{empty.pk}/").content.decode()


def test_the_table_leaves_by_a_button_and_a_draft_is_dropped(clerk: Client) -> None:
    a_principal("=Anna")
    known = a_list()
    assert clerk.get(f"{LISTS}{known.pk}/tabelle/").status_code == 200
    answer = clerk.post(f"{LISTS}{known.pk}/tabelle/", {"seen": "-"})
    rows = CalamineWorkbook.from_filelike(io.BytesIO(answer.content)).get_sheet_by_index(0).to_python()
    assert rows[1][0] == "Kim =Anna"
    assert ListUse.objects.get().kind == "table"
    use = a_draft(known)
    assert clerk.get(f"{LISTS}sendungen/{use.pk}/verwerfen/").status_code == 200
    clerk.post(f"{LISTS}sendungen/{use.pk}/verwerfen/", {"seen": "-"})
    assert not ListUse.objects.filter(pk=use.pk).exists()


def test_the_link_of_a_mail_opens_a_page_whose_button_objects(client: Client) -> None:
    a_principal("Anna")
    use = sent(a_draft(a_list()))
    address = f"/abmelden/verteiler/{sign_off_token(ListRecipient.objects.get(use=use))}/"
    assert "Kim Anna" in client.get(address).content.decode()
    assert not Objection.objects.exists()
    assert "ist festgehalten" in client.post(address).content.decode()
    assert Objection.objects.get().against == "mailings"
    assert client.get("/abmelden/verteiler/falsch/").status_code == 410


def test_others_see_no_lists(signed_in: Callable[[str], Client]) -> None:
    known = a_list()
    reader, partner = signed_in("scientific"), signed_in("partner")
    assert reader.get(f"{LISTS}{known.pk}/").status_code == 200
    assert reader.get(f"{LISTS}{known.pk}/schreiben/").status_code == 403
    assert [partner.get(address).status_code for address in (SEARCH, LISTS)] == [403, 403]
