"""The three texts every public body must show, and a first draft of each with gaps to fill.

Impressum: § 5 DDG. Datenschutz: Art. 13 DSGVO. Barrierefreiheit: § 10b BGG NRW with the content that Commission
Implementing Decision (EU) 2018/1523 prescribes.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

GAP = "[…]"


@dataclass(frozen=True)
class LegalPage:
    slug: str
    title: str | Promise
    draft: str


IMPRINT = LegalPage(
    "imprint",
    _("Impressum"),
    """## Wer diese Seite anbietet
[…] Name der Körperschaft
[…] Straße und Hausnummer
[…] Postleitzahl und Ort

## Vertretung
Vertreten durch […].

## Kontakt
Telefon: […]
E-Mail: […]

## Aufsicht
Zuständige Aufsichtsbehörde: […]

## Umsatzsteuer
Umsatzsteuer-Identifikationsnummer nach § 27a UStG: […]
""",
)
PRIVACY = LegalPage(
    "privacy",
    _("Datenschutz"),
    """## Verantwortlich
[…] Name, Anschrift, E-Mail-Adresse und Telefon der Körperschaft

## Datenschutzbeauftragte Person
[…] Anschrift und E-Mail-Adresse

## Wenn Sie diese Seite besuchen
Ohne Anmeldung setzt diese Seite kein Cookie und lädt nichts von anderen Anbietern. Der Server bekommt die technischen Angaben, ohne die er nicht antworten kann (zum Beispiel die IP-Adresse). Sie stehen im Zugriffsprotokoll und werden nach […] Tagen gelöscht.

## Wenn Sie uns schreiben
Mit dem Formular für Barrieren und Fehler speichern wir Ihre Nachricht und, wenn Sie sie angeben, Ihre E-Mail-Adresse. Wir nutzen beides nur, um zu antworten und den Mangel zu beheben, und löschen es zwei Jahre nach dem Eingang. Rechtsgrundlage ist Art. 6 Abs. 1 Buchst. e DSGVO in Verbindung mit § 10b BGG NRW.

## Wenn Sie ein Konto haben
Wir speichern Name, E-Mail-Adresse, Rollen und was Sie im System tun, soweit es zum Nachweis nötig ist. Während der Anmeldung hält ein notwendiges Cookie Ihre Sitzung. Rechtsgrundlage ist Art. 6 Abs. 1 Buchst. e DSGVO in Verbindung mit § 3 DSG NRW und § 78a SchulG NRW. Konten werden zwei Jahre nach dem Ende der letzten Rolle gelöscht.

## Ihre Rechte
Sie haben das Recht auf Auskunft, Berichtigung, Löschung, Einschränkung der Verarbeitung und Widerspruch. Sie können sich außerdem bei der Landesbeauftragten für Datenschutz und Informationsfreiheit Nordrhein-Westfalen beschweren.
""",
)
ACCESSIBILITY = LegalPage(
    "accessibility",
    _("Erklärung zur Barrierefreiheit"),
    """[…] Name der Körperschaft bemüht sich, diese Seite im Einklang mit dem Behindertengleichstellungsgesetz Nordrhein-Westfalen (BGG NRW) und der Barrierefreie-Informationstechnik-Verordnung Nordrhein-Westfalen (BITVNRW) barrierefrei zugänglich zu machen. Diese Erklärung gilt für […] Adresse der Seite.

## Stand der Vereinbarkeit
Diese Seite ist mit den Anforderungen […] vollständig / teilweise / nicht vereinbar.

## Nicht barrierefreie Inhalte
- […] Inhalt, Grund (Unvereinbarkeit, unverhältnismäßige Belastung oder nicht im Anwendungsbereich) und barrierefreie Alternative

## Wie diese Erklärung entstand
Diese Erklärung wurde am […] erstellt. Grundlage ist […] eine Selbstbewertung / eine Prüfung durch Dritte. Zuletzt überprüft wurde sie am […].

## Barrieren melden
Mit dem Formular „Barriere oder Fehler melden“ am Ende jeder Seite erreichen Sie uns unmittelbar. Wir antworten spätestens nach sechs Wochen.

## Wenn Sie mit unserer Antwort nicht zufrieden sind
Dann können Sie sich an die Ombudsstelle für barrierefreie Informationstechnik des Landes Nordrhein-Westfalen wenden: ombudsstelle-barrierefreie-it@mags.nrw.de. Das Verfahren ist kostenlos.
""",
)
PAGES = {page.slug: page for page in (IMPRINT, PRIVACY, ACCESSIBILITY)}


def is_ready(body: str) -> bool:
    """Whether a text can be shown in production: it is not empty and no gap of the draft is left."""
    return bool(body.strip()) and GAP not in body
