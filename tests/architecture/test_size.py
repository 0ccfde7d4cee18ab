"""Small rooms with telling names."""

from tests.architecture.house import REPOSITORY, SOURCE, place, templates, tracked_files

LINES_OF_CODE = 300
LINES_OF_TEMPLATE = 150
LARGEST_FILE = 1024 * 1024
SAYS_NOTHING = {
    "util",
    "utils",
    "helper",
    "helpers",
    "common",
    "misc",
    "manager",
    "managers",
    "tools",
    "stuff",
}


def lines(path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def test_a_file_of_code_fits_on_a_few_screens():
    code = [
        p
        for part in ("src", "tests", "tools")
        for p in (REPOSITORY / part).rglob("*")
        if p.suffix in {".py", ".js", ".css", ".sh"} and not {"migrations", "vendor"} & set(p.parts)
    ]
    assert [f"{place(p)}: {n}" for p in sorted(code) if (n := lines(p)) > LINES_OF_CODE] == []


def test_a_template_fits_on_a_screen_or_two():
    assert [f"{place(p)}: {n}" for p in templates() if (n := lines(p)) > LINES_OF_TEMPLATE] == []


def test_no_file_is_large():
    assert [place(p) for p in tracked_files() if p.stat().st_size > LARGEST_FILE] == []


def test_names_say_what_is_inside():
    assert [place(p) for p in sorted(SOURCE.rglob("*")) if p.stem in SAYS_NOTHING] == []
