"""The overlap report as a picture: bodies on a circle, joined where they overlap. The table beside it says the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from math import cos, pi, sin
from typing import Final

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from bildungsnetz.governance.selectors.who_sits import Double

WIDTH, HEIGHT = 720, 400
ACROSS, DOWN = 190, 130
LONGEST_NAME: Final = 34
INK, LINE, POINT = "#171a2b", "#6b7280", "#1a4fa0"


@dataclass(frozen=True)
class Spot:
    """Where a body stands; its name is set outwards."""

    name: str
    x: float
    y: float
    anchor: str
    beside: float


def overlap_svg(doubles: Sequence[Double]) -> SafeString:
    """The drawing with a title and every pair in words for those who hear it; empty without an overlap."""
    if not doubles:
        return SafeString()
    spots = _spots(doubles)
    pairs = [(spots[each.one.pk], spots[each.other.pk], each) for each in doubles]
    told = "; ".join(
        _("%(one)s und %(other)s: %(percent)s Prozent")
        % {"one": each.one.name, "other": each.other.name, "percent": each.percent}
        for each in doubles
    )
    parts = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" ',
        'aria-labelledby="bild-titel bild-text" class="gov-picture">',
        f'<title id="bild-titel">{escape(_("Gremien, die sich überschneiden"))}</title>',
        f'<desc id="bild-text">{escape(told)}</desc>',
        *(_line(one, other, each) for one, other, each in pairs),
        *map(_point, spots.values()),
        "</svg>",
    )
    return mark_safe("".join(parts))  # noqa: S308 - every name in it is escaped


def _spots(doubles: Sequence[Double]) -> dict[int, Spot]:
    names = {body.pk: body.name for each in doubles for body in (each.one, each.other)}
    ordered = sorted(names, key=lambda pk: (names[pk], pk))
    return {pk: _spot(names[pk], 2 * pi * place / len(ordered)) for place, pk in enumerate(ordered)}


def _spot(name: str, angle: float) -> Spot:
    x, y = WIDTH / 2 + ACROSS * cos(angle - pi / 2), HEIGHT / 2 + DOWN * sin(angle - pi / 2)
    is_right = x >= WIDTH / 2
    short = name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"
    return Spot(short, round(x, 1), round(y, 1), "start" if is_right else "end", 14 if is_right else -14)


def _line(one: Spot, other: Spot, each: Double) -> str:
    x, y = (one.x + other.x) / 2, (one.y + other.y) / 2
    return (
        f'<line x1="{one.x}" y1="{one.y}" x2="{other.x}" y2="{other.y}" stroke="{LINE}" '
        f'stroke-width="{1 + each.percent / 25:.1f}"/>'
        f'<text x="{x:.1f}" y="{y - 6:.1f}" font-size="14" text-anchor="middle" fill="{INK}" stroke="#ffffff" '
        f'stroke-width="4" paint-order="stroke">{each.percent} %</text>'
    )


def _point(spot: Spot) -> str:
    return (
        f'<circle cx="{spot.x}" cy="{spot.y}" r="8" fill="{POINT}"/>'
        f'<text x="{spot.x + spot.beside:.1f}" y="{spot.y + 5:.1f}" font-size="15" text-anchor="{spot.anchor}" '
        f'fill="{INK}" stroke="#ffffff" stroke-width="4" paint-order="stroke">{escape(spot.name)}</text>'
    )
