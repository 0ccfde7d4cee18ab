"""Delivery status notifications (RFC 3464): which of our mails came back and why."""

from dataclasses import dataclass
from email import message_from_string, policy
from email.message import EmailMessage, Message


@dataclass(frozen=True)
class Bounce:
    """A mail that was not delivered: the Message-ID we gave it, the reason its server gave."""

    message_id: str
    reason: str


def bounce_in(message: EmailMessage) -> Bounce | None:
    """What a notification says; None for other mails, for mails merely delayed and for those that name no mail."""
    if message.get_content_type() != "multipart/report":
        return None
    parts = list(message.walk())
    status = next((part for part in parts if part.get_content_type() == "message/delivery-status"), None)
    original = next((found for part in parts if (found := _message_id(part))), "")
    failed = _failed_recipient(status) if status is not None else None
    if failed is None or not original:
        return None
    return Bounce(original, _reason(failed))


def _failed_recipient(status: Message) -> Message | None:
    """The block of the first recipient to whom delivery failed for good."""
    blocks = status.get_payload()
    return next(
        (
            block
            for block in (blocks if isinstance(blocks, list) else [])
            if isinstance(block, Message) and str(block.get("Action", "")).strip().lower() == "failed"
        ),
        None,
    )


def _message_id(part: Message) -> str:
    """The Message-ID of the mail that came back, from its copy or its headers alone."""
    kind = part.get_content_type()
    if kind == "message/rfc822":
        inner = part.get_payload()
        copy = inner[0] if isinstance(inner, list) and inner else None
        found = copy.get("Message-ID", "") if isinstance(copy, Message) else ""
    elif kind == "text/rfc822-headers":
        raw = part.get_payload(decode=True)
        text = raw.decode("utf-8", "replace") if isinstance(raw, bytes) else ""
        found = message_from_string(text, policy=policy.default).get("Message-ID", "")
    else:
        return ""
    return str(found).strip()


def _reason(block: Message) -> str:
    said = str(block.get("Diagnostic-Code", "")).partition(";")[2] or str(block.get("Status", ""))
    return " ".join(said.split())
