"""Who acts: a person with the rights that are in force at this moment."""

from collections.abc import Iterable
from dataclasses import dataclass, field

EVERYWHERE = ""


@dataclass(frozen=True)
class HeldRole:
    """One role in force: its key, the acts it allows and the scope ("" = everywhere, "body:12" = one body)."""

    role: str
    acts: frozenset[str]
    scope: str = EVERYWHERE


@dataclass(frozen=True)
class Actor:
    """A signed-in person, the public (`user_id` None) or the system itself."""

    user_id: int | None
    name: str
    email: str = ""
    roles: tuple[HeldRole, ...] = field(default=())
    is_system: bool = False

    @property
    def is_anonymous(self) -> bool:
        return self.user_id is None and not self.is_system

    def can(self, act: str, scope: str = EVERYWHERE) -> bool:
        """Whether a role in force allows the act, everywhere or in just this scope."""
        return self.is_system or any(
            act in held.acts and held.scope in {EVERYWHERE, scope} for held in self.roles
        )

    def can_somewhere(self, acts: Iterable[str]) -> bool:
        """Whether any of the acts is allowed in any scope (for navigation and route rules)."""
        wanted = frozenset(acts)
        return self.is_system or any(held.acts & wanted for held in self.roles)

    def scopes(self, act: str) -> frozenset[str]:
        """All scopes in which the act is allowed; contains EVERYWHERE when it is not limited."""
        if self.is_system:
            return frozenset({EVERYWHERE})
        return frozenset(held.scope for held in self.roles if act in held.acts)

    def scope_keys(self, act: str, kind: str) -> frozenset[int]:
        """The primary keys of the scopes of one kind, e.g. 12 for "body:12"."""
        found = (scope.partition(":") for scope in self.scopes(act))
        return frozenset(int(key) for name, _, key in found if name == kind)

    def has_role(self, role: str) -> bool:
        return any(held.role == role for held in self.roles)


PUBLIC = Actor(user_id=None, name="Öffentlichkeit")
SYSTEM = Actor(user_id=None, name="System", is_system=True)
