from django.db import models
from django.utils.translation import gettext_lazy as _

from bildungsnetz.network.domain.languages import names_of_languages
from bildungsnetz.network.domain.target_groups import names_of_target_groups
from bildungsnetz.network.models.institution import Institution


class InstitutionProfile(models.Model):
    """What an institution says about itself beside the official facts: languages spoken and whom it is for."""

    institution = models.OneToOneField(Institution, on_delete=models.CASCADE, related_name="profile")
    languages = models.JSONField(_("Sprachen"), default=list)
    target_groups = models.JSONField(_("Zielgruppen"), default=list)

    class Meta:
        ordering = ["institution"]

    def __str__(self) -> str:
        return str(self.institution)

    @property
    def language_names(self) -> list[str]:
        return names_of_languages(self.languages)

    @property
    def target_group_names(self) -> list[str]:
        return names_of_target_groups(self.target_groups)
