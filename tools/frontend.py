"""Copies the few files browsers get from npm packages into the static folder, with licences and checksums.

Run after `npm ci`. The target folder is ignored by git and goes into the wheel, so that users of the wheel need no Node.
Source maps are cut off: nobody serves them, and the hashed static storage refuses references to missing files.
"""

import argparse
import hashlib
import re
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ROOT / "node_modules"
VENDOR = ROOT / "src" / "bildungsnetz" / "core" / "static" / "vendor"
CHECKSUMS = "CHECKSUMS.txt"
SOURCE_MAP = re.compile(r"\n?(?://|/\*)[#@] ?sourceMappingURL=[^\s*]+(?: ?\*/)?\s*$")


@dataclass(frozen=True)
class Package:
    """One npm package: where it goes, and which of its files (source → name in the target folder)."""

    name: str
    folder: str
    files: dict[str, str]


@dataclass(frozen=True)
class Face:
    """One font file and the range of weights it stands in for."""

    weight: int
    stands_for: str


# KERN uses 400, 500 and 600, browsers add 700 for <strong>. Two files cover all of it: a third face
# would cost a first visitor 24 kB for a difference nobody sees.
FACES = (Face(400, "1 499"), Face(600, "500 1000"))
SUBSETS = {
    # The ranges are those of the font files themselves (Google's subsets "latin" and "latin-ext").
    "latin-ext": (
        "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,"
        "U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF"
    ),
    "latin": (
        "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,"
        "U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD"
    ),
}


def font_file(subset: str, face: Face) -> str:
    """The name @fontsource gives the upright file of a subset and weight."""
    return f"fira-sans-{subset}-{face.weight}-normal.woff2"


PRINT_FACES = ("400Regular", "400Regular_Italic", "600SemiBold")
FONT_FILES = [font_file(subset, face) for subset in SUBSETS for face in FACES]
SERVED = (
    Package(
        "@kern-ux/native",
        "kern",
        {"dist/kern.min.css": "kern.min.css", "LICENSE.md": "LICENSE.md"},
    ),
    Package(
        "@fontsource/fira-sans",
        "fira-sans",
        {f"files/{name}": name for name in FONT_FILES} | {"LICENSE": "LICENSE.txt"},
    ),
    Package(
        # The same family once more for typst, which reads no woff2; browsers never ask for these files.
        "@expo-google-fonts/fira-sans",
        "fira-sans-print",
        {f"{name}/FiraSans_{name}.ttf": f"{name}.ttf" for name in PRINT_FACES}
        | {"LICENSE_FONT": "LICENSE.txt"},
    ),
    Package(
        "leaflet",
        "leaflet",
        {
            "dist/leaflet.css": "leaflet.css",
            "dist/leaflet.js": "leaflet.js",
            "dist/images/layers.png": "images/layers.png",
            "dist/images/layers-2x.png": "images/layers-2x.png",
            "dist/images/marker-icon.png": "images/marker-icon.png",
            "dist/images/marker-icon-2x.png": "images/marker-icon-2x.png",
            "dist/images/marker-shadow.png": "images/marker-shadow.png",
            "LICENSE": "LICENSE.txt",
        },
    ),
    Package(
        "leaflet.markercluster",
        "markercluster",
        {
            "dist/MarkerCluster.css": "MarkerCluster.css",
            "dist/MarkerCluster.Default.css": "MarkerCluster.Default.css",
            "dist/leaflet.markercluster.js": "leaflet.markercluster.js",
            "MIT-LICENCE.txt": "LICENSE.txt",
        },
    ),
)


def fira_sans_css() -> str:
    """The @font-face rules for the copied files; the browser fetches latin-ext only when a letter needs it."""
    rules = [
        "@font-face{font-family:'Fira Sans';font-style:normal;font-display:swap;"
        f"font-weight:{face.stands_for};"
        f"src:url({font_file(subset, face)}) format('woff2');unicode-range:{span}}}\n"
        for face in FACES
        for subset, span in SUBSETS.items()
    ]
    return "".join(rules)


def copy(source: Path, target: Path) -> None:
    """Copies one file; of text files the reference to a source map stays behind."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.suffix in {".css", ".js"}:
        text = SOURCE_MAP.sub("\n", source.read_text(encoding="utf-8"))
        target.write_text(text, encoding="utf-8")
    else:
        shutil.copyfile(source, target)


def checksums(folder: Path) -> str:
    """One line `sha256  path` per file below `folder`, sorted by path, in the format of sha256sum."""
    files = sorted(p for p in folder.rglob("*") if p.is_file() and p.name != CHECKSUMS)
    lines = [
        f"{hashlib.sha256(p.read_bytes()).hexdigest()}  {p.relative_to(folder).as_posix()}\n" for p in files
    ]
    return "".join(lines)


def build(packages: Path, vendor: Path) -> None:
    """Fills `vendor` anew from `packages`.

    Raises:
        FileNotFoundError: a package or one of its files is missing; the old folder then stays as it was.
    """
    fresh = vendor.with_name(vendor.name + ".new")
    shutil.rmtree(fresh, ignore_errors=True)
    for package in SERVED:
        for source, target in package.files.items():
            copy(packages / package.name / source, fresh / package.folder / target)
    (fresh / "fira-sans" / "fira-sans.css").write_text(fira_sans_css(), encoding="utf-8")
    (fresh / CHECKSUMS).write_text(checksums(fresh), encoding="utf-8")
    shutil.rmtree(vendor, ignore_errors=True)
    fresh.rename(vendor)


def main() -> int:
    """Copies, or with --check says whether the folder still holds what was copied."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="compare the files with the list")
    if parser.parse_args().check:
        listed = VENDOR / CHECKSUMS
        return 0 if listed.is_file() and listed.read_text() == checksums(VENDOR) else 1
    build(PACKAGES, VENDOR)
    return 0


if __name__ == "__main__":
    sys.exit(main())
