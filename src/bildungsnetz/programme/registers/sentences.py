"""The audit entries of programme as sentences."""

from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.registers import sentences

SENTENCES = {
    "programme.measure.plan": _("{actor} hat die Maßnahme „{label}“ geplant."),
    "programme.measure.change": _("{actor} hat die Maßnahme „{label}“ geändert."),
    "programme.measure.move": _("{actor} hat die Maßnahme „{label}“ weitergeführt: {state}."),
    "programme.task.add": _("{actor} hat die Aufgabe „{label}“ angelegt."),
    "programme.task.move": _("{actor} hat die Aufgabe „{label}“ weitergeführt: {state}."),
}


def register() -> None:
    sentences.register(SENTENCES)
