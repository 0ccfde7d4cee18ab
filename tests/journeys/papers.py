"""What leaves the house with a mail, read as its recipient would."""

from io import BytesIO
from urllib.parse import urljoin

from playwright.sync_api import Page
from pypdf import PdfReader


def attachments(mail: Page) -> tuple[str, str]:
    """The text of the PDF and the calendar of a mail shown in the outbox."""
    found = {
        link.inner_text(): link.get_attribute("href") or "" for link in mail.locator("main dd li a").all()
    }
    paper = next(href for name, href in found.items() if name.endswith(".pdf"))
    calendar = next(href for name, href in found.items() if name.endswith(".ics"))
    pages = PdfReader(BytesIO(_content(mail, paper))).pages
    text = " ".join(" ".join(page.extract_text() for page in pages).split())
    return text, _content(mail, calendar).decode().replace("\r\n ", "")


def _content(mail: Page, href: str) -> bytes:
    answer = mail.request.get(urljoin(mail.url, href))
    assert answer.ok, href
    return answer.body()
