"""Where programme stands in the office navigation."""

from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.registers import navigation


def register() -> None:
    navigation.register(
        order=420,
        label=_("Maßnahmen"),
        route="programme:measures",
        acts={"programme.measure.read"},
        group=_("Programm"),
    )
    navigation.register(
        order=430,
        label=_("Rechenschaftsbericht"),
        route="programme:accountability",
        acts={"programme.accountability.read"},
        group=_("Programm"),
    )
