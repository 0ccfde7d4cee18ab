"""The 53 Kreise and kreisfreie Städte of North Rhine-Westphalia: key, name, and the names that lists give them.

Source: municipality directory (GV-ISys) of the statistical offices; the social index writes "Märkischen Kreis" and
"Stadt Mülheim a.d.Ruhr".
"""

import re
from typing import Final

DISTRICTS: Final[dict[str, str]] = {
    "05111": "Düsseldorf",
    "05112": "Duisburg",
    "05113": "Essen",
    "05114": "Krefeld",
    "05116": "Mönchengladbach",
    "05117": "Mülheim an der Ruhr",
    "05119": "Oberhausen",
    "05120": "Remscheid",
    "05122": "Solingen",
    "05124": "Wuppertal",
    "05154": "Kreis Kleve",
    "05158": "Kreis Mettmann",
    "05162": "Rhein-Kreis Neuss",
    "05166": "Kreis Viersen",
    "05170": "Kreis Wesel",
    "05314": "Bonn",
    "05315": "Köln",
    "05316": "Leverkusen",
    "05334": "Städteregion Aachen",
    "05358": "Kreis Düren",
    "05362": "Rhein-Erft-Kreis",
    "05366": "Kreis Euskirchen",
    "05370": "Kreis Heinsberg",
    "05374": "Oberbergischer Kreis",
    "05378": "Rheinisch-Bergischer Kreis",
    "05382": "Rhein-Sieg-Kreis",
    "05512": "Bottrop",
    "05513": "Gelsenkirchen",
    "05515": "Münster",
    "05554": "Kreis Borken",
    "05558": "Kreis Coesfeld",
    "05562": "Kreis Recklinghausen",
    "05566": "Kreis Steinfurt",
    "05570": "Kreis Warendorf",
    "05711": "Bielefeld",
    "05754": "Kreis Gütersloh",
    "05758": "Kreis Herford",
    "05762": "Kreis Höxter",
    "05766": "Kreis Lippe",
    "05770": "Kreis Minden-Lübbecke",
    "05774": "Kreis Paderborn",
    "05911": "Bochum",
    "05913": "Dortmund",
    "05914": "Hagen",
    "05915": "Hamm",
    "05916": "Herne",
    "05954": "Ennepe-Ruhr-Kreis",
    "05958": "Hochsauerlandkreis",
    "05962": "Märkischer Kreis",
    "05966": "Kreis Olpe",
    "05970": "Kreis Siegen-Wittgenstein",
    "05974": "Kreis Soest",
    "05978": "Kreis Unna",
}


def _plain(name: str) -> str:
    """Without the words that some lists add or bend."""
    text = re.sub(r"^(?:(?:Krfr\.|Kreis|Stadt)\s+)+", "", name.strip())
    text = text.replace("a.d.Ruhr", "an der Ruhr").replace("ischen Kreis", "ischer Kreis")
    return text.casefold()


_BY_NAME: Final = {_plain(name): key for key, name in DISTRICTS.items()}


def district_of(name: str) -> str:
    """The five-digit key of a Kreis by one of its names; empty when nobody knows it."""
    return _BY_NAME.get(_plain(name), "")


def district_name(key: str) -> str:
    """The name for a key of five or more digits; the key itself when it is none of ours."""
    return DISTRICTS.get(key[:5], key)
