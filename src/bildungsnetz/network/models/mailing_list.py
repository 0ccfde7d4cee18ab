from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.models import OutgoingMail, Versioned
from bildungsnetz.network.domain.contact import BASIS_NAMES, LIST_PURPOSES
from bildungsnetz.network.models.institution import Institution
from bildungsnetz.network.models.person import Person

ONE_OF_BOTH = Q(person__isnull=False, institution__isnull=True) | Q(
    person__isnull=True, institution__isnull=False
)


class MailingList(Versioned):
    """A saved question to the register: who is on the list is asked anew at each use, never stored."""

    name = models.CharField(_("Name"), max_length=120, unique=True)
    purpose = models.CharField(_("Zweck"), max_length=20, choices=list(LIST_PURPOSES.items()))
    basis = models.CharField(_("Rechtsgrundlage"), max_length=20, choices=list(BASIS_NAMES.items()))
    note = models.CharField(_("Wofür genau"), max_length=300, blank=True)
    question = models.JSONField()
    kept_by = models.CharField(_("Angelegt von"), max_length=200)
    entered_at = models.DateTimeField(_("Angelegt am"))

    class Meta:
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name


class ListChoice(models.Model):
    """Somebody is put on a list, or kept off it, by hand and with a reason."""

    mailing_list = models.ForeignKey(MailingList, on_delete=models.CASCADE, related_name="choices")
    person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    institution = models.ForeignKey(
        Institution, null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    is_added = models.BooleanField()
    reason = models.CharField(_("Begründung"), max_length=300)
    noted_by = models.CharField(_("Eingetragen von"), max_length=200)
    noted_at = models.DateTimeField(_("Eingetragen am"))

    class Meta:
        ordering = ["mailing_list", "-noted_at", "-pk"]
        constraints = [models.CheckConstraint(condition=ONE_OF_BOTH, name="list_choice_of_one")]

    def __str__(self) -> str:
        return f"{self.person or self.institution} ({self.mailing_list})"


class ListUse(Versioned):
    """A list is used: a serial mail, serial letters, a table. Recipients are fixed when it goes out."""

    class Kind(models.TextChoices):
        MAIL = "mail", _("Serienmail")
        LETTER = "letter", _("Serienbrief")
        TABLE = "table", _("Tabelle")

    class State(models.TextChoices):
        DRAFT = "draft", _("Entwurf")
        OUT = "out", _("hinausgegeben")

    mailing_list = models.ForeignKey(MailingList, on_delete=models.CASCADE, related_name="uses")
    kind = models.CharField(_("Art"), max_length=10, choices=Kind.choices)
    state = models.CharField(_("Stand"), max_length=10, choices=State.choices, default=State.DRAFT)
    subject = models.CharField(_("Betreff"), max_length=150, blank=True)
    body = models.TextField(_("Text"), blank=True, max_length=20000)
    written_at = models.DateTimeField(_("Verfasst am"))
    written_by = models.CharField(_("Verfasst von"), max_length=200)
    used_at = models.DateTimeField(_("Hinausgegeben am"), null=True, blank=True)

    class Meta:
        ordering = ["-written_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="draft", used_at__isnull=True) | Q(state="out", used_at__isnull=False),
                name="list_use_out_has_time",
            )
        ]

    def __str__(self) -> str:
        return self.subject or str(self.get_kind_display())

    @property
    def is_draft(self) -> bool:
        return self.state == self.State.DRAFT


class ListRecipient(models.Model):
    """Who was meant by one use, at which address and why. `merged_into`: the same address, so no mail of its own."""

    use = models.ForeignKey(ListUse, on_delete=models.CASCADE, related_name="recipients")
    person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    institution = models.ForeignKey(
        Institution, null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    merged_into = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.CASCADE, related_name="merged"
    )
    email = models.EmailField(blank=True)
    why = models.CharField(max_length=300)
    sent_at = models.DateTimeField(null=True, blank=True)
    mail = models.ForeignKey(OutgoingMail, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ["use", "pk"]
        constraints = [models.CheckConstraint(condition=ONE_OF_BOTH, name="list_recipient_of_one")]

    def __str__(self) -> str:
        return self.person.name if self.person else str(self.institution)

    @property
    def key(self) -> str:
        return f"p{self.person_id}" if self.person_id else f"i{self.institution_id}"
