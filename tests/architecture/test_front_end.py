"""The files browsers get from npm packages are those that were copied, complete and with their licences."""

import re

import pytest

from tests.architecture.house import SOURCE, place, templates
from tools import frontend

pytestmark = pytest.mark.skipif(
    not (frontend.VENDOR / frontend.CHECKSUMS).exists(),
    reason="the front end was not copied yet: npm ci && python3 tools/frontend.py",
)
LOCAL = re.compile(r"url\((?!data:|#|['\"]?data:)['\"]?([^'\")]+)")


def test_the_files_are_those_of_the_list():
    listed = (frontend.VENDOR / frontend.CHECKSUMS).read_text()
    assert frontend.checksums(frontend.VENDOR) == listed
    assert len(listed.splitlines()) == sum(len(p.files) for p in frontend.SERVED) + 1


def test_every_package_brings_its_licence():
    lacking = [p.name for p in frontend.SERVED if not list((frontend.VENDOR / p.folder).glob("LICENSE.*"))]
    assert lacking == []


def test_style_sheets_name_only_files_that_are_there():
    missing = [
        f"{place(sheet)}: {name}"
        for sheet in sorted(frontend.VENDOR.rglob("*.css"))
        for name in LOCAL.findall(sheet.read_text(encoding="utf-8"))
        if not name.startswith("data:") and not (sheet.parent / name.partition("#")[0]).is_file()
    ]
    assert missing == []


def test_templates_name_only_files_that_are_there():
    named = re.compile(r"{%\s*static\s+['\"]([^'\"]+)['\"]")
    folders = [path for path in SOURCE.glob("*/static") if path.is_dir()]
    missing = [
        f"{place(path)}: {name}"
        for path in templates()
        for name in named.findall(path.read_text(encoding="utf-8"))
        if not name.startswith("django_") and not any((folder / name).is_file() for folder in folders)
    ]
    assert missing == []


def test_nothing_refers_to_a_source_map_or_another_host():
    served = [p for p in frontend.VENDOR.rglob("*") if p.suffix in {".css", ".js"}]
    assert [place(p) for p in served if "sourceMappingURL" in p.read_text(encoding="utf-8")] == []
    fetched = re.compile(r"(?:@import|url\()\s*['\"]?https?:")
    assert [place(p) for p in served if fetched.search(p.read_text(encoding="utf-8"))] == []


def test_a_missing_package_leaves_the_old_folder(tmp_path):
    vendor = tmp_path / "vendor"
    vendor.mkdir()
    (vendor / "old.css").write_text("kept")
    with pytest.raises(FileNotFoundError):
        frontend.build(tmp_path / "node_modules", vendor)
    assert (vendor / "old.css").read_text() == "kept"
