"""What is still missing before an installation may go into production: contexts register checks, the start asks them."""

from collections.abc import Callable

Check = Callable[[], list[str]]
_checks: list[Check] = []


def register(check: Check) -> None:
    """`check()` gives German sentences about what is missing; an empty list means ready."""
    _checks.append(check)


def findings() -> list[str]:
    """Everything that is missing, in the order of registration."""
    return [sentence for check in _checks for sentence in check()]
