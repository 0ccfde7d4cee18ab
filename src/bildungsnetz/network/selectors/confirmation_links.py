"""The signed link of the yearly question: it opens one open request, without an account."""

from django.core import signing

from bildungsnetz.network.models import ConfirmationRequest

_SALT = "bildungsnetz.network.confirm-entry"


def confirmation_token(request: ConfirmationRequest) -> str:
    """The secret part of the link; a new question to the same institution makes a new one."""
    return signing.Signer(salt=_SALT).sign_object([request.pk, int(request.sent_at.timestamp())])


def request_by_token(token: str) -> ConfirmationRequest | None:
    """The request a link belongs to, answered or not; None for a forged link or one of an earlier question."""
    try:
        pk, sent = signing.Signer(salt=_SALT).unsign_object(token)
    except (signing.BadSignature, ValueError):
        return None
    found = ConfirmationRequest.objects.select_related("institution__municipality").filter(pk=pk).first()
    return found if found is not None and int(found.sent_at.timestamp()) == sent else None
