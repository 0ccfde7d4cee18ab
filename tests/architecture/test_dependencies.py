"""What we build on: each with a reason, pinned with hashes, and no word about where it was fetched."""

import json
import re

from tests.architecture.house import PROJECT, REPOSITORY, place, tracked_files

LISTED = re.compile(r"""^\s*"(?P<name>[A-Za-z0-9_.-]+)[^"]*",(?P<rest>.*)$""")
PINNED = re.compile(r"^(?P<name>[a-z0-9.-]+)==(?P<version>\S+?)(?:\s*;.*)?\s*\\$", re.MULTILINE)
# In pieces, because this file belongs to the repository too.
REGISTRIES = [
    ".".join(pieces)
    for pieces in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("npmjs", "org"),
        ("npmjs", "com"),
        ("yarnpkg", "com"),
        ("deb", "debian", "org"),
        ("security", "debian", "org"),
        ("nodesource", "com"),
        ("crates", "io"),
    )
]
SETTING_OF_A_REGISTRY = re.compile(
    r"(?:extra-)?index-url\s*[= ]\s*\S*//|--find-links[= ]\S|^registry\s*=", re.MULTILINE
)


def names(requirements: list[object]) -> set[str]:
    """The distribution names of requirement strings; included groups are left out."""
    return {re.split(r"[^A-Za-z0-9_.-]", r)[0] for r in requirements if isinstance(r, str)}


def test_every_dependency_has_its_reason():
    project = PROJECT["project"]
    wanted = names(project["dependencies"])
    for extra in project["optional-dependencies"].values():
        wanted |= names(extra)
    for group in PROJECT["dependency-groups"].values():
        wanted |= names(group)
    reasons = {
        found["name"]: found["rest"].partition("#")[2].strip()
        for line in (REPOSITORY / "pyproject.toml").read_text().splitlines()
        if (found := LISTED.match(line))
    }
    assert sorted(name for name in wanted if len(reasons.get(name, "")) < 5) == []


def pins(lock: str) -> dict[str, str]:
    return {m["name"]: m["version"] for m in PINNED.finditer((REPOSITORY / lock).read_text())}


def test_the_lock_of_development_holds_the_other_one():
    runtime, development = pins("requirements.lock"), pins("requirements-dev.lock")
    assert len(runtime) > 20
    assert {name: development.get(name) for name in runtime} == runtime


def test_every_pin_has_a_hash():
    for lock in ("requirements.lock", "requirements-dev.lock"):
        text = (REPOSITORY / lock).read_text()
        entries = re.split(r"\n(?=[a-z0-9])", text.partition("\n\n")[2] or text)
        assert [e.splitlines()[0] for e in entries if "==" in e and "--hash=sha256:" not in e] == []


def test_locks_do_not_say_where_packages_came_from():
    for lock in ("requirements.lock", "requirements-dev.lock"):
        assert "://" not in (REPOSITORY / lock).read_text()
    packages = json.loads((REPOSITORY / "package-lock.json").read_text())["packages"]
    assert [name for name, entry in packages.items() if "resolved" in entry] == []
    assert [
        name for name, entry in packages.items() if name and not entry["integrity"].startswith("sha512-")
    ] == []


def test_nothing_names_a_package_registry():
    hits = []
    for path in tracked_files():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        hits += [f"{place(path)}: {host}" for host in REGISTRIES if host in text]
        hits += [f"{place(path)}: {found[0]}" for found in SETTING_OF_A_REGISTRY.finditer(text)]
    assert hits == []
