import pytest

from bildungsnetz.portal.domain.plain_text import Block, blocks


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("\n \n", []),
        ("Ein Satz.", [Block("paragraph", ("Ein Satz.",))]),
        ("Eine Zeile\nnoch eine", [Block("paragraph", ("Eine Zeile", "noch eine"))]),
        ("Eins\n\nZwei", [Block("paragraph", ("Eins",)), Block("paragraph", ("Zwei",))]),
        ("## Kontakt\nTelefon", [Block("heading", ("Kontakt",)), Block("paragraph", ("Telefon",))]),
        ("## A\n## B", [Block("heading", ("A",)), Block("heading", ("B",))]),
        ("### Klein", [Block("subheading", ("Klein",))]),
        ("- eins\n- zwei\nText", [Block("list", ("eins", "zwei")), Block("paragraph", ("Text",))]),
        ("##ohne Leerzeichen", [Block("paragraph", ("##ohne Leerzeichen",))]),
        ("Text\r\nnoch einer\r\n", [Block("paragraph", ("Text", "noch einer"))]),
    ],
)
def test_blocks(text: str, expected: list[Block]):
    assert blocks(text) == expected
