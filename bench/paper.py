"""Paper: the A0 near map as PDF, against a browser's print and WeasyPrint, from the same scene.

Each is measured twice, taking turns: as a whole process, as a person at a command line has it; and
warm, as a server has it, with libraries loaded and, for the browser, Chromium already running.
`python -m bench.paper cadre|weasyprint FROM TO` is one such process.
"""

from __future__ import annotations

import pickle
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path

from bench.measure import Figure, medians, process
from cadre.core.text import Text
from cadre.render.measure import FONTS, MEASURE
from cadre.render.pdf import pdf_file
from cadre.render.svg import svg_file
from cadre.viewpoints.scene import Label, Scene
from cadre.viewpoints.table import Table

LEAST = {"Chromium": 6.0, "WeasyPrint": 8.0}
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
SWITCHES = ("--no-sandbox", "--disable-quic", "--disable-background-networking")
NO_TABLE = Table(Text("–"), (), ())
STATE = "2016-09"


def figures() -> Iterator[Figure]:
    """Our time against each of the others, warm and as a process."""
    from playwright.sync_api import sync_playwright

    chromium = next(filter(None, map(shutil.which, BROWSERS)), None)
    if chromium is None:
        raise SystemExit("the paper suite needs Chromium: apt-get install chromium")
    scene = biggest()
    page = page_of(scene)
    fresh = (numbered(scene, number) for number in count())
    with tempfile.TemporaryDirectory(prefix="pdf-") as name, sync_playwright() as playwright:
        folder = Path(name)
        (folder / "scene").write_bytes(pickle.dumps(scene))
        (folder / "page.html").write_text(page, encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=chromium, args=list(SWITCHES))
        tab = browser.new_page()

        def by_browser() -> bytes:
            (folder / "fresh.html").write_text(page_of(next(fresh)), encoding="utf-8")
            tab.goto((folder / "fresh.html").as_uri())
            return tab.pdf(prefer_css_page_size=True, print_background=True, tagged=True)

        def by_cadre() -> bytes:
            return pdf_file([next(fresh)], NO_TABLE)

        def by_weasyprint() -> bytes:
            return weasyprint_pdf(page_of(next(fresh)))

        for work in (by_cadre, by_browser, by_weasyprint):
            check(work(), scene)
        warm = medians(by_cadre, by_browser, by_weasyprint, rounds=5)
        browser.close()
        here = [sys.executable, "-m", "bench.paper"]
        scratch = [str(folder / f"{place}.pdf") for place in range(3)]
        cold = medians(
            process([*here, "cadre", str(folder / "scene"), scratch[0]]),
            quiet(print_command(chromium, folder / "page.html", scratch[1])),
            process([*here, "weasyprint", str(folder / "page.html"), scratch[2]]),
            rounds=5,
        )
        for path in scratch:
            check(Path(path).read_bytes(), scene)
    yield from compared("warm", warm)
    yield from compared("whole process", cold)


def compared(how: str, times: list[float]) -> Iterator[Figure]:
    """A figure for each of the others, whose times follow ours."""
    ours, *others = times
    for (peer, least), time in zip(LEAST.items(), others, strict=True):
        bound = f"{least:g} times faster (is {time / ours:.1f})"
        what = f"A0 near map as PDF, {how}"
        yield Figure(what, ours, peer, time, bound, time >= least * ours)


def biggest() -> Scene:
    """The near map of the reference framework on A0."""
    from cadre.exchange import read
    from cadre.frameworks import path_of
    from cadre.viewpoints.registry import VIEWPOINTS
    from cadre.viewpoints.viewpoint import Stage
    from cadre.wording import wording

    states = read(path_of("joint-councils"))
    return VIEWPOINTS["framework-map"].draw(
        states.at(STATE),
        words=wording("en"),
        measure=MEASURE,
        stage=Stage(states.name, states.info(STATE)),
        paper="a0",
        options={"level": "micro"},
    )


def numbered(scene: Scene, number: int) -> Scene:
    """The scene with one more word, so that nobody can answer from memory."""
    label = Label(x=100, y=scene.height - 20, lines=(f"{number}",), size=12)
    return replace(scene, items=(*scene.items, label))


def page_of(scene: Scene) -> str:
    """The SVG of a scene on a page of its size, with the fonts that ship."""
    faces = "".join(
        f"@font-face{{font-family:'{family}';font-weight:{weight};"
        f"src:url('{(FONTS / name).as_uri()}')}}"
        for family, weight, name in (
            ("Noto Sans", 400, "NotoSans-Regular.ttf"),
            ("Noto Sans", 700, "NotoSans-Bold.ttf"),
            ("DejaVu Sans", 400, "DejaVuSans.ttf"),
        )
    )
    size = f"{scene.width}pt {scene.height}pt"
    return (
        f'<!doctype html><html lang="{scene.language}"><meta charset="utf-8"><title>Map</title>'
        f"<style>{faces}@page{{size:{size};margin:0}}body{{margin:0}}svg{{display:block}}</style>"
        + svg_file(scene).decode().partition("?>")[2]
    )


def weasyprint_pdf(page: str) -> bytes:
    """The page as WeasyPrint makes it, tagged as ours is."""
    import weasyprint

    found = weasyprint.HTML(string=page).write_pdf(pdf_variant="pdf/ua-1")
    return bytes(found or b"")


def print_command(chromium: str, page: Path, out: str) -> list[str]:
    """A browser that prints one page and ends."""
    switches = ["--headless", *SWITCHES, "--no-pdf-header-footer", f"--print-to-pdf={out}"]
    return [chromium, *switches, page.as_uri()]


def quiet(command: list[str]) -> Callable[[], object]:
    """A process whose chatter on stderr nobody needs."""
    return process(["sh", "-c", 'exec "$@" 2>/dev/null', "sh", *command])


def check(data: bytes, scene: Scene) -> None:
    """Every way must have made a page of that size with the words on it, or it is no comparison."""
    import io

    from pypdf import PdfReader

    page = PdfReader(io.BytesIO(data)).pages[0]
    near = abs(float(page.mediabox.width) - scene.width) < 5
    if not near or "Information management" not in page.extract_text().replace("\n", " "):
        raise SystemExit(f"not the same page: {page.mediabox}")


def main(way: str, source: str, out: str) -> None:
    """One way, as a process."""
    if way == "cadre":
        data = pdf_file([pickle.loads(Path(source).read_bytes())], NO_TABLE)
    else:
        data = weasyprint_pdf(Path(source).read_text("utf-8"))
    Path(out).write_bytes(data)


if __name__ == "__main__":
    main(*sys.argv[1:])
