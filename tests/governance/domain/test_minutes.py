"""Minutes: composing, hash, approval, supplements."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from bildungsnetz.governance.domain.agenda import ItemKind, ItemState
from bildungsnetz.governance.domain.decision_kinds import Outcome, Position
from bildungsnetz.governance.domain.minutes import (
    MINUTES_STEPS,
    Approval,
    MinutesState,
    canonical,
    next_supplement_number,
    refuse_approval,
    refuse_edit,
    refuse_supplement,
    sides_to_approve,
    text_hash,
)
from bildungsnetz.governance.domain.minutes_text import (
    DecisionText,
    ItemText,
    PositionText,
    Section,
    SessionText,
    compose,
)

S = MinutesState
SESSION = SessionText(
    body_name="Lenkungskreis",
    session_number="12",
    held_on=date(2026, 3, 4),
    place="Kreishaus, Raum 1.601",
    present=("Lena Land (Land)", "Kim Kreis für Karl Kommune (Kommune)"),
    excused=("Karl Kommune",),
    quorum=("2 von 4 besetzten Sitzen sind vertreten.",),
    items=(
        ItemText(
            "7", 1, "Genehmigung der Tagesordnung", ItemKind.CONSULTATION, ItemState.TREATED, "Genehmigt."
        ),
        ItemText(
            "8",
            2,
            "Fachtag Übergang",
            ItemKind.DECISION,
            ItemState.TREATED,
            "Das Büro stellt das Konzept vor.",
            DecisionText(
                "LK 2026/3",
                "Das Bildungsbüro bereitet einen Fachtag vor.",
                Outcome.NO_CONSENSUS,
                (
                    PositionText("Land", Position.AGREE, "Lena Land"),
                    PositionText("Kommune", Position.OBJECT, "Kim Kreis", "Es fehlt das Geld."),
                ),
                (("Sina Schule", "Die Schulen wurden nicht gehört."),),
            ),
        ),
        ItemText("9", 3, "Ganztag", ItemKind.INFORMATION, ItemState.POSTPONED),
    ),
    next_session_on=date(2026, 6, 10),
)
SECTIONS = (
    Section(
        "head",
        "Protokoll der 12. Sitzung: Lenkungskreis",
        ("Sitzung am 04.03.2026", "Ort: Kreishaus, Raum 1.601"),
    ),
    Section(
        "attendance",
        "Anwesenheit",
        (
            "Anwesend: Lena Land (Land), Kim Kreis für Karl Kommune (Kommune)",
            "Entschuldigt: Karl Kommune",
            "2 von 4 besetzten Sitzen sind vertreten.",
        ),
    ),
    Section("item-7", "TOP 1: Genehmigung der Tagesordnung", ("Art: Beratung", "Genehmigt.")),
    Section(
        "item-8",
        "TOP 2: Fachtag Übergang",
        (
            "Art: Beschluss",
            "Das Büro stellt das Konzept vor.",
            "Beschluss LK 2026/3 (kein Konsens): Das Bildungsbüro bereitet einen Fachtag vor.",
            "Land (Lena Land) stimmt zu",
            "Kommune (Kim Kreis) widerspricht: Es fehlt das Geld.",
            "Widerspruch von Sina Schule: Die Schulen wurden nicht gehört.",
            "Die Angelegenheit bleibt bei der bisher zuständigen Stelle (§ 78a Abs. 4 SchulG NRW).",
        ),
    ),
    Section("item-9", "TOP 3: Ganztag", ("Art: Information", "Der Punkt ist vertagt.")),
    Section("next_date", "Nächste Sitzung", ("10.06.2026",)),
)


@pytest.mark.parametrize("language", ["de", "en"])
def test_compose_whatever_language_the_clerk_uses(language: str) -> None:
    with override(language):
        assert compose(SESSION) == SECTIONS


def test_no_next_session() -> None:
    assert compose(replace(SESSION, next_session_on=None)) == SECTIONS[:-1]


def test_canonical_bytes_and_hash() -> None:
    sections = (Section("head", "Protokoll", ("Größe",)),)
    assert canonical(sections) == '[{"heading":"Protokoll","key":"head","paragraphs":["Größe"]}]'.encode()
    assert text_hash(sections) == "b2d0ab05bbcf3f7ab9ee2566e72f66cc865a138605646dd2c2bac81f7881ee70"


@pytest.mark.parametrize("same", ["Gro\u0308ße\nzwei", "Größe\r\nzwei", "Größe \nzwei\n", "Größe\rzwei"])
def test_what_looks_the_same_has_the_same_hash(same: str) -> None:
    assert text_hash([Section("k", "h", (same,))]) == text_hash([Section("k", "h", ("Größe\nzwei",))])


paragraphs = st.lists(st.text("ab \n", max_size=6), max_size=4).map(tuple)


@given(paragraphs, paragraphs)
def test_different_text_has_a_different_hash(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    first, second = (Section("k", "h", texts) for texts in (one, other))
    assert (text_hash([first]) == text_hash([second])) is (canonical([first]) == canonical([second]))
    assert text_hash([first]) != text_hash([first, second])


@pytest.mark.parametrize("source", S)
@pytest.mark.parametrize("target", S)
def test_every_pair_of_states(source: MinutesState, target: MinutesState) -> None:
    allowed = {
        (S.DRAFT, S.SUBMITTED),
        (S.SUBMITTED, S.DRAFT),
        (S.SUBMITTED, S.DELIVERED),
        (S.SUBMITTED, S.APPROVED),
        (S.DELIVERED, S.DRAFT),
        (S.DELIVERED, S.CONTESTED),
        (S.DELIVERED, S.APPROVED),
        (S.CONTESTED, S.DRAFT),
        (S.CONTESTED, S.DELIVERED),
    }
    assert (MINUTES_STEPS.refuse(source, target, "Grund") is None) is ((source, target) in allowed)


@pytest.mark.parametrize(
    ("state", "codes"),
    [
        (S.DRAFT, []),
        (S.SUBMITTED, ["submitted"]),
        (S.DELIVERED, ["submitted"]),
        (S.CONTESTED, ["submitted"]),
        (S.APPROVED, ["approved"]),
    ],
)
def test_only_drafts_change(state: MinutesState, codes: list[str]) -> None:
    assert [refusal.code for refusal in refuse_edit(state)] == codes


APPROVERS = {"land": frozenset({"lena", "lars"}), "kommune": frozenset({"karl"})}


@pytest.mark.parametrize(
    ("state", "approval", "codes"),
    [
        (S.SUBMITTED, Approval("land", "lena", "new"), []),
        (S.SUBMITTED, Approval("land", "lars", "new"), []),
        (S.SUBMITTED, Approval("land", "lena", "old"), ["text_changed"]),
        (S.SUBMITTED, Approval("land", "karl", "new"), ["not_an_approver"]),
        (S.SUBMITTED, Approval("schulen", "lena", "new"), ["not_an_approver"]),
        (S.DRAFT, Approval("land", "lena", "new"), ["not_submitted"]),
        (S.APPROVED, Approval("land", "lena", "new"), ["not_submitted"]),
    ],
)
def test_approval(state: MinutesState, approval: Approval, codes: list[str]) -> None:
    assert [refusal.code for refusal in refuse_approval(state, "new", approval, APPROVERS)] == codes


@pytest.mark.parametrize(
    ("approvals", "waiting"),
    [
        ((), ("land", "kommune")),
        ((Approval("land", "lena", "new"),), ("kommune",)),
        ((Approval("land", "lena", "new"), Approval("kommune", "karl", "old")), ("kommune",)),
        ((Approval("land", "lena", "new"), Approval("kommune", "lena", "new")), ("kommune",)),
        ((Approval("land", "lars", "new"), Approval("kommune", "karl", "new")), ()),
    ],
)
def test_both_sides_approve_the_same_text(approvals: tuple[Approval, ...], waiting: tuple[str, ...]) -> None:
    assert sides_to_approve(("land", "kommune"), "new", approvals, APPROVERS) == waiting


@pytest.mark.parametrize(
    ("state", "text", "codes"),
    [
        (S.APPROVED, "Seite 2: Es heißt Haan.", []),
        (S.APPROVED, " ", ["text_missing"]),
        (S.SUBMITTED, "Text", ["not_approved"]),
        (S.DRAFT, "Text", ["not_approved"]),
    ],
)
def test_supplement(state: MinutesState, text: str, codes: list[str]) -> None:
    assert [refusal.code for refusal in refuse_supplement(state, text)] == codes


@pytest.mark.parametrize(("existing", "number"), [((), 1), ((1,), 2), ((1, 2, 3), 4)])
def test_supplement_numbers(existing: tuple[int, ...], number: int) -> None:
    assert next_supplement_number(existing) == number
