"""A table of allowed steps between states; each life cycle of this package is one such table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from bildungsnetz.governance.domain.refusals import Refusal

S = TypeVar("S", bound=TextChoices)


@dataclass(frozen=True, slots=True)
class Step(Generic[S]):
    """One allowed step; `needs_text` when it has to be explained."""

    source: S
    target: S
    needs_text: bool = False


@dataclass(frozen=True, slots=True)
class StateTable(Generic[S]):
    """All allowed steps of one life cycle; whatever is not listed is refused."""

    steps: tuple[Step[S], ...]

    def step(self, source: S, target: S) -> Step[S] | None:
        """The step from `source` to `target`, or None when there is none."""
        return next((step for step in self.steps if (step.source, step.target) == (source, target)), None)

    def targets(self, source: S) -> tuple[S, ...]:
        """The states that may follow `source`, in the order of the table."""
        return tuple(step.target for step in self.steps if step.source == source)

    def is_final(self, state: S) -> bool:
        """Whether nothing can follow `state`."""
        return not self.targets(state)

    def refuse(self, source: S, target: S, text: str = "") -> Refusal | None:
        """Why the step is not allowed, or None; `text` is the explanation that some steps need."""
        step = self.step(source, target)
        if step is None:
            return Refusal(
                "no_such_step",
                _("Der Schritt von „%(source)s“ zu „%(target)s“ ist nicht vorgesehen.")
                % {"source": source.label, "target": target.label},
            )
        if step.needs_text and not text.strip():
            return Refusal(
                "text_missing",
                _("Begründen Sie den Schritt zu „%(target)s“.") % {"target": target.label},
                "text",
            )
        return None
