"""Registers of programme."""

from django.apps import AppConfig


class ProgrammeConfig(AppConfig):
    name = "bildungsnetz.programme"
    label = "programme"
    verbose_name = "Programm"

    def ready(self) -> None:
        from bildungsnetz.programme.registers import (
            acts,
            chain,
            hanging,
            my_day,
            navigation,
            next_steps,
            personal_data,
            sentences,
            ties,
        )

        for register in (
            acts,
            chain,
            hanging,
            my_day,
            navigation,
            next_steps,
            personal_data,
            sentences,
            ties,
        ):
            register.register()
