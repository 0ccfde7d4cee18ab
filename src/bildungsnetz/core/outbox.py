"""Reading the outbox."""

from django.db.models import Q, QuerySet

from bildungsnetz.core.models import OutgoingMail


def mails(asked: str = "") -> QuerySet[OutgoingMail]:
    """All mails, newest first; `asked` narrows to recipient or subject."""
    found = OutgoingMail.objects.prefetch_related("attachments").order_by("-queued_at", "-pk")
    if asked:
        found = found.filter(
            Q(recipient__icontains=asked) | Q(recipient_name__icontains=asked) | Q(subject__icontains=asked)
        )
    return found
