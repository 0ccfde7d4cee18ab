from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bildungsnetz.network.domain.kinds import GROUP_NAMES, KindGroup


class InstitutionKind(models.Model):
    """A kind of education actor. Institutions hold its key, which never changes; a retired kind takes no new ones."""

    key = models.SlugField(_("Schlüssel"), max_length=40, unique=True)
    name = models.CharField(_("Name"), max_length=80)
    plural = models.CharField(_("Mehrzahl"), max_length=80)
    group = models.CharField(_("Gruppe"), max_length=20, choices=list(GROUP_NAMES.items()))
    position = models.PositiveSmallIntegerField(_("Reihenfolge"), default=0)
    retired_on = models.DateField(_("Nicht mehr verwendet seit"), null=True, blank=True)

    class Meta:
        ordering = ["position", "name", "pk"]
        constraints = [models.UniqueConstraint(Lower("name"), name="institution_kind_name_once")]

    def __str__(self) -> str:
        return self.shown_name

    @property
    def shown_name(self) -> str:
        """The name in the language of the page, as far as it is one of those that come with the software."""
        return gettext(self.name)

    @property
    def shown_plural(self) -> str:
        return gettext(self.plural)

    @property
    def group_name(self) -> str:
        return str(GROUP_NAMES[KindGroup(self.group)])
