"""The yearly self-check of a steering body: statements in four categories, and what may be shown of the answers.

Source: domain report 1.5 (checklist for Lenkungskreise in four categories; the statements are our own), story WM-04 and issue
3: anonymous, hidden under five answers. The result waits until the survey has ended: two looks at a running one would show
what came in between them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from bildungsnetz.governance.domain.refusals import Refusal

FEWEST = 5
LONGEST_DAYS = 60


class Category(TextChoices):
    """What the statements are about."""

    STRATEGY = "strategy", _("Strategische Ausrichtung")
    WORKING = "working", _("Arbeitsweise")
    SESSIONS = "sessions", _("Organisation der Sitzungen")
    COOPERATION = "cooperation", _("Zusammenarbeit")


class Rating(IntegerChoices):
    """How far a statement holds; who cannot judge leaves it out."""

    NOT = 1, _("trifft nicht zu")
    RATHER_NOT = 2, _("trifft eher nicht zu")
    RATHER = 3, _("trifft eher zu")
    FULLY = 4, _("trifft zu")


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement; its key never changes, so that years can be compared."""

    key: str
    category: Category
    text: StrOrPromise


STATEMENTS = (
    Statement(
        "goals", Category.STRATEGY, _("Wir haben gemeinsame Ziele, die alle Mitglieder nennen können.")
    ),
    Statement(
        "priorities", Category.STRATEGY, _("Wir setzen Schwerpunkte und sagen auch, was wir nicht tun.")
    ),
    Statement("data", Category.STRATEGY, _("Wir stützen unsere Beschlüsse auf Daten aus der Region.")),
    Statement(
        "recommendations",
        Category.STRATEGY,
        _("Wir nehmen die Empfehlungen der Bildungskonferenz ernst und beantworten sie begründet."),
    ),
    Statement(
        "decisions", Category.WORKING, _("Unsere Beschlüsse sind so klar, dass sie jemand umsetzen kann.")
    ),
    Statement(
        "follow_up", Category.WORKING, _("Wir fragen nach, was aus unseren Beschlüssen und Aufträgen wird.")
    ),
    Statement("orders", Category.WORKING, _("Wir geben Arbeitsgruppen klare und befristete Aufträge.")),
    Statement("learning", Category.WORKING, _("Wir lernen aus dem, was nicht gelungen ist.")),
    Statement("papers", Category.SESSIONS, _("Die Unterlagen kommen rechtzeitig und sind verständlich.")),
    Statement("agenda", Category.SESSIONS, _("Die Tagesordnung enthält, was für uns wirklich wichtig ist.")),
    Statement("time", Category.SESSIONS, _("Die Zeit reicht für die Punkte, die Beratung brauchen.")),
    Statement("rhythm", Category.SESSIONS, _("Wir treffen uns so oft, wie die Aufgaben es verlangen.")),
    Statement("trust", Category.COOPERATION, _("Wir sprechen offen miteinander, auch über Konflikte.")),
    Statement("sides", Category.COOPERATION, _("Land und Kommune begegnen sich auf Augenhöhe.")),
    Statement(
        "voices",
        Category.COOPERATION,
        _("Alle Mitglieder kommen zu Wort, auch die kleinen Städte und alle Schulformen."),
    ),
    Statement(
        "feedback", Category.COOPERATION, _("Wir tragen Ergebnisse in die Stellen zurück, die wir vertreten.")
    ),
)
KEYS = frozenset(statement.key for statement in STATEMENTS)
Answer = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class StatementResult:
    """One statement: how many chose each rating, and the mean; None when too few judged it."""

    statement: Statement
    counts: tuple[int, ...]
    mean: float | None


@dataclass(frozen=True, slots=True)
class CategoryResult:
    """The statements of a category and the mean of all judgements on them; None when too few."""

    category: Category
    mean: float | None
    statements: tuple[StatementResult, ...]


def is_running(opens_on: date, closes_on: date, today: date) -> bool:
    """Answers count from the first to the last day."""
    return opens_on <= today <= closes_on


def may_show(answers: int, closes_on: date, today: date) -> bool:
    """The result is shown after the last day, and only with enough answers to hide behind."""
    return today > closes_on and answers >= FEWEST


def refuse_span(opens_on: date, closes_on: date) -> list[Refusal]:
    """A survey ends after it begins, and is not forgotten open."""
    if closes_on <= opens_on:
        return [Refusal("ends_early", _("Das Ende muss nach dem heutigen Tag liegen."), "closes_on")]
    if (closes_on - opens_on).days > LONGEST_DAYS:
        text = _("Eine Umfrage läuft höchstens %(days)s Tage.") % {"days": LONGEST_DAYS}
        return [Refusal("ends_late", text, "closes_on")]
    return []


def refuse_answer(answer: Answer) -> list[Refusal]:
    """An answer judges at least one known statement with one of the four ratings."""
    if not answer:
        return [Refusal("empty", _("Bewerten Sie mindestens eine Aussage."))]
    if not answer.keys() <= KEYS or any(rating not in Rating.values for rating in answer.values()):
        return [Refusal("unknown", _("Diese Bewertung gibt es nicht."))]
    return []


def evaluate(answers: Sequence[Answer]) -> list[CategoryResult]:
    """All categories in their order; ask `may_show` before."""
    return [_category(category, answers) for category in Category]


def _category(category: Category, answers: Sequence[Answer]) -> CategoryResult:
    rows = tuple(_statement(each, answers) for each in STATEMENTS if each.category == category)
    shown = [row for row in rows if row.mean is not None]
    counts = [sum(row.counts[place] for row in shown) for place in range(len(Rating))]
    return CategoryResult(category, _mean(counts), rows)


def _statement(statement: Statement, answers: Iterable[Answer]) -> StatementResult:
    given = [answer[statement.key] for answer in answers if statement.key in answer]
    if len(given) < FEWEST:
        return StatementResult(statement, (0,) * len(Rating), None)
    counts = tuple(given.count(rating) for rating in Rating.values)
    return StatementResult(statement, counts, _mean(counts))


def _mean(counts: Sequence[int]) -> float | None:
    total = sum(counts)
    if not total:
        return None
    weighed = sum(rating * count for rating, count in zip(Rating.values, counts, strict=True))
    return round(weighed / total, 2)
