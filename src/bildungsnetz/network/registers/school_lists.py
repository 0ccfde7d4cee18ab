"""Lists kept for comparing in the registers of core."""

from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.registers import personal_data, sentences


def register() -> None:
    sentences.register(
        {
            "network.school_list.keep": _(
                "{actor} hat die Liste {label} mit {rows} Schulen zum Abgleich aufgenommen."
            ),
            "network.school_list.remove": _("{actor} hat die Liste {label} aus dem Abgleich genommen."),
        }
    )
    personal_data.declare(
        "network.SchoolListCopy",
        personal={"kept_by": "Nachweis, wer gehandelt hat"},
        impersonal={
            "key", "name", "as_of", "district", "file_name", "encoding", "youngest", "entries", "elsewhere",
            "refused", "kept_at",
        },
        basis="Art. 5 Abs. 2 DSGVO",
        retention="bis die Liste aus dem Abgleich genommen wird, höchstens drei Jahre",
        days=1095,
    )  # fmt: skip
