"""Cut the web fonts: small woff2 slices of the full fonts, and the fonts.css that names them.

The full fonts in `src/cadre/render/fonts/` are the one source for measuring, PDF and the web. Run
again after changing them (`make fonts`): the same fonts give the same bytes. `--check` writes
nothing and fails where a slice is missing, stale or too large.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parent.parent
FULL = ROOT / "src/cadre/render/fonts"
WEB = ROOT / "src/cadre/web/static/cadre/fonts"
LARGEST = 40_000  # bytes: a slice must not hold up a page on a slow line

HEADER = """\
/* Written by tools/font_slices.py. Use: font-family: "Noto Sans", "DejaVu Sans", sans-serif
   Noto Sans: SIL Open Font License 1.1 (OFL.txt)
   DejaVu Sans: Bitstream Vera and Arev licences (DEJAVU.txt) */
"""

FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl", "liga", "calt", "tnum", "lnum"]


@dataclass(frozen=True, slots=True)
class Slice:
    """A range of characters of one family, cut for both weights."""

    name: str
    family: str
    files: tuple[tuple[int, str], ...]  # (weight, full font)
    ranges: tuple[tuple[int, int], ...]


NOTO = ((400, "NotoSans-Regular.ttf"), (700, "NotoSans-Bold.ttf"))
DEJAVU = ((400, "DejaVuSans.ttf"), (700, "DejaVuSans-Bold.ttf"))

SLICES = (
    # English and French, with their punctuation: the only slice that most pages load.
    Slice(
        "noto-sans-latin",
        "Noto Sans",
        NOTO,
        (
            (0x20, 0x7E),
            (0xA0, 0xFF),  # U+00A0, guillemets, accents
            (0x131, 0x131),
            (0x152, 0x153),  # oe
            (0x178, 0x178),
            (0x2BB, 0x2BC),
            (0x2C6, 0x2C6),
            (0x2DA, 0x2DA),
            (0x2DC, 0x2DC),
            (0x2002, 0x200B),
            (0x2010, 0x2015),  # hyphens, en and em dash
            (0x2018, 0x201E),  # curly quotes
            (0x2020, 0x2022),
            (0x2026, 0x2026),
            (0x202F, 0x202F),  # narrow no-break space
            (0x2030, 0x2030),
            (0x2032, 0x2033),
            (0x2039, 0x203A),
            (0x2044, 0x2044),
            (0x20AC, 0x20AC),
            (0x2116, 0x2116),
            (0x2122, 0x2122),
            (0x2212, 0x2212),  # minus
        ),
    ),
    # Names of people and places in other languages of Canada written in Latin letters.
    Slice(
        "noto-sans-latin-ext",
        "Noto Sans",
        NOTO,
        (
            (0x100, 0x130),
            (0x132, 0x151),
            (0x154, 0x177),
            (0x179, 0x24F),
            (0x259, 0x259),
            (0x294, 0x295),
            (0x2B0, 0x2BA),
            (0x2BD, 0x2C5),
            (0x2C7, 0x2CC),
            (0x300, 0x338),  # marks that combine
            (0x3B8, 0x3B8),
            (0x3BB, 0x3BB),
            (0x3C7, 0x3C7),
            (0x1E00, 0x1EFF),
            (0x2070, 0x209C),
            (0x2C60, 0x2C7F),
            (0xA78B, 0xA78C),
        ),
    ),
    # Noto Sans has no arrows, no <= and >=, no check mark: DejaVu Sans has them all.
    Slice(
        "dejavu-sans-symbols",
        "DejaVu Sans",
        DEJAVU,
        (
            (0x2190, 0x2199),
            (0x21D0, 0x21D4),
            (0x221E, 0x221E),
            (0x2248, 0x2248),
            (0x2260, 0x2260),
            (0x2264, 0x2265),
            (0x25A0, 0x25A3),
            (0x25B2, 0x25B7),
            (0x25BC, 0x25BD),
            (0x25C6, 0x25C7),
            (0x25CB, 0x25CB),
            (0x25CF, 0x25D3),
            (0x2605, 0x2606),
            (0x2691, 0x2691),
            (0x26A0, 0x26A0),
            (0x2713, 0x2718),
        ),
    ),
    # Inuktitut, Cree and their neighbours.
    Slice("dejavu-sans-syllabics", "DejaVu Sans", DEJAVU, ((0x1401, 0x1676),)),
)


def cut(piece: Slice, full: str) -> bytes:
    """Return the woff2 file of one slice of one full font."""
    # Time stamps of today would make every run differ.
    font = TTFont(FULL / full, recalcTimestamp=False)
    options = Options()
    options.flavor = "woff2"
    options.hinting = False
    options.drop_tables += ["FFTM"]  # the font editor's own time stamps
    options.layout_features = FEATURES
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]  # copyright and licence stay in the file
    options.notdef_outline = True
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters(piece, font))
    subsetter.subset(font)
    font.flavor = "woff2"
    target = BytesIO()
    font.save(target)
    return target.getvalue()


def characters(piece: Slice, font: TTFont) -> list[int]:
    """Return the characters of the slice that the font really has."""
    has = font.getBestCmap()
    return [c for first, last in piece.ranges for c in range(first, last + 1) if c in has]


def css_range(codes: list[int]) -> str:
    """Return `unicode-range` for these characters, neighbours joined."""
    runs: list[tuple[int, int]] = []
    for code in codes:
        if runs and code == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], code)
        else:
            runs.append((code, code))
    return ", ".join(f"U+{a:X}" if a == b else f"U+{a:X}-{b:X}" for a, b in runs)


def files() -> Iterator[tuple[str, bytes]]:
    """Yield name and content of every file that belongs in the web folder."""
    rules = [HEADER]
    for piece in SLICES:
        for weight, full in piece.files:
            name = f"{piece.name}-{weight}.woff2"
            yield name, cut(piece, full)
            codes = characters(piece, TTFont(FULL / full))
            rules.append(
                "@font-face {\n"
                f'  font-family: "{piece.family}";\n'
                "  font-style: normal;\n"
                f"  font-weight: {weight};\n"
                "  font-display: swap;\n"
                f'  src: url("{name}") format("woff2");\n'
                f"  unicode-range: {css_range(codes)};\n"
                "}\n"
            )
    yield "fonts.css", "\n".join(rules).encode()
    for licence in ("OFL.txt", "DEJAVU.txt"):
        yield licence, (FULL / licence).read_bytes()


def main(arguments: list[str]) -> int:
    """Write the files, or only check them; return the exit code."""
    faults = 0
    for name, content in files():
        path = WEB / name
        if len(content) > LARGEST and name.endswith(".woff2"):
            print(f"{name}: {len(content)} bytes, more than {LARGEST}")
            faults += 1
        if "--check" not in arguments:
            WEB.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
            print(f"{len(content):6} {name}")
        elif not path.is_file() or path.read_bytes() != content:
            print(f"{name}: stale, run make fonts")
            faults += 1
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
