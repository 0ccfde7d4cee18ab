from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from bildungsnetz.network.models import ImportRun, Institution
from tests.network.exchange.lists import msb_file, msb_row

pytestmark = pytest.mark.django_db


def run(path: Path, *options: str) -> str:
    out = StringIO()
    call_command("import_schools", str(path), *options, stdout=out)
    return out.getvalue()


def test_the_command_plans_and_commits_on_demand(tmp_path: Path) -> None:
    file = tmp_path / "schuldaten.csv"
    file.write_bytes(msb_file(msb_row(), msb_row(Schulnummer="12")))
    assert run(file, "--kreis", "5158").splitlines() == [
        "     1 neu",
        "     0 geändert",
        "     0 unverändert",
        "     1 abgelehnt",
        "     0 nicht in der Liste",
        "Zeile 4: Die Schulnummer „12“ ist falsch: Sie hat sechs Ziffern.",
        "Nichts geschrieben. Mit --commit übernehmen.",
    ]
    assert not Institution.objects.exists()
    assert run(file, "--commit").splitlines()[-1] == "Übernommen."
    assert Institution.objects.count() == 1
    assert [each.state for each in ImportRun.objects.order_by("pk")] == ["planned", "committed"]


@pytest.mark.parametrize(
    ("content", "options", "message"),
    [
        (None, (), "ist nicht lesbar."),
        (b"a;b\n1;2\n", (), "Die Kopfzeile gehört zu keiner bekannten Schulliste."),
        (msb_file(msb_row()), ("--kreis", "Haan"), "Der Kreisschlüssel „Haan“ ist falsch"),
        (msb_file(msb_row()), ("--kreis", "05315"), "Die Liste enthält keine Einrichtung des Kreises 05315."),
    ],
)
def test_the_command_says_what_is_wrong(
    tmp_path: Path, content: bytes | None, options: tuple[str, ...], message: str
) -> None:
    file = tmp_path / "liste.csv"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(CommandError) as refused:
        run(file, *options)
    assert message in str(refused.value)
    assert not ImportRun.objects.exists()
