"""Which fields of which models name a row, hidden ones and link tables included."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db.models import CASCADE, ForeignKey, ManyToOneRel, Model, QuerySet

from bildungsnetz.core.registers import hanging


@dataclass(frozen=True)
class Relation:
    """One foreign key to a model."""

    model: type[Model]
    field: ForeignKey[Any, Any]

    @property
    def label(self) -> str:
        """How the rows are called."""
        known = self.known
        return str(known.label if known else self.model._meta.verbose_name_plural)

    @property
    def known(self) -> hanging.Hanging | None:
        return hanging.find(self.model._meta.label_lower, self.field.name)

    @property
    def goes_along(self) -> bool:
        """Whether the rows are deleted with what they name."""
        return self.field.remote_field.on_delete is CASCADE

    def rows(self, pk: int) -> QuerySet[Model]:
        """The rows that name the row with this key."""
        return self.model._default_manager.filter(**{self.field.attname: pk}).order_by("pk")


def relations_to(model: type[Model]) -> Iterator[Relation]:
    """All foreign keys to a model, in the order of the models that hold them."""
    found = [
        relation_of(relation.related_model, relation.field.name)
        for relation in model._meta.get_fields(include_hidden=True)
        if isinstance(relation, ManyToOneRel) and isinstance(relation.field, ForeignKey)
    ]
    yield from sorted(found, key=lambda each: (each.model._meta.label_lower, each.field.name))


def relation_of(model: type[Model] | None, name: str) -> Relation:
    """The foreign key with a name. Raises TypeError when the model has none of this name."""
    field = model._meta.get_field(name) if model else None
    if model is None or not isinstance(field, ForeignKey):
        raise TypeError(name)
    return Relation(model, field)


def model_of(label: str) -> type[Model]:
    """The model with a label like "network.person"."""
    return apps.get_model(label)
