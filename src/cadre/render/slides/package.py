"""The file around the slides: size, theme, layouts, notes, and the same bytes each time."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, Final

from cadre.core.text import Language, clean
from cadre.render.slides.xml import LOCALES, NAMESPACES, emu, words
from cadre.viewpoints.scene import INK, INK_2, PALE
from cadre.viewpoints.tokens import DEFAULT_HUES, colour

if TYPE_CHECKING:
    from pptx.slide import Slide

FONT: Final = "Noto Sans"
_TITLE_ONLY: Final = 5
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_UNDATED: Final = date(1980, 1, 1)
_FACE: Final = re.compile(rb'(<a:(?:latin) typeface=")Calibri[^"]*(")')
_THEME: Final = {
    b"dk2": INK_2,
    b"lt2": PALE,
    b"hlink": INK,
    b"folHlink": INK_2,
}


class Package:
    """A deck that is being filled."""

    def __init__(
        self,
        width: float,
        height: float,
        *,
        title: str,
        language: Language,
        dated: date | None = None,
    ) -> None:
        from pptx import Presentation

        self.width, self.height = width, height
        self.count = 0
        self._dated = dated or _UNDATED
        self._deck: Any = Presentation()
        self._empty()
        self._fit()
        self._dress()
        self._name(title, language)

    def add(self, shapes: str, notes: Iterable[str], language: Language) -> None:
        """A slide of these shapes, with what its speaker has at hand, a paragraph each."""
        from pptx.oxml import parse_xml

        slide = self._deck.slides.add_slide(self._deck.slide_layouts[_TITLE_ONLY])
        tree = slide.shapes._spTree  # noqa: SLF001 -- the one door for shapes written as XML
        for child in list(tree)[2:]:
            tree.remove(child)
        for child in parse_xml(f"<p:spTree {NAMESPACES}>{shapes}</p:spTree>"):
            tree.append(child)
        self._tell(slide, list(notes), language)
        self.count += 1

    def data(self) -> bytes:
        """The file. The same slides give the same bytes."""
        out = io.BytesIO()
        self._deck.save(out)
        return _settled(out.getvalue())

    # --- what a program shows around the slides --------------------------------------------------

    def _empty(self) -> None:
        """Nothing of the deck that the package was made from: it has a small picture of itself."""
        package = self._deck.part.package
        for name, relation in list(package._rels.items()):  # noqa: SLF001 -- no other door
            if relation.reltype.endswith("/thumbnail"):
                package.drop_rel(name)

    def _fit(self) -> None:
        """Master and layouts at the size of the slides, so that a new slide fits too."""
        deck = self._deck
        across = emu(self.width) / deck.slide_width
        down = emu(self.height) / deck.slide_height
        deck.slide_width, deck.slide_height = emu(self.width), emu(self.height)
        master = deck.slide_master
        for shapes in (master.shapes, *(layout.shapes for layout in master.slide_layouts)):
            for shape in shapes:
                if shape.element.spPr.xfrm is not None:
                    shape.left, shape.width = (
                        round(shape.left * across),
                        round(shape.width * across),
                    )
                    shape.top, shape.height = round(shape.top * down), round(shape.height * down)

    def _dress(self) -> None:
        """Our font and colours as those of the theme, for what a person adds."""
        hues = [DEFAULT_HUES[place] for place in range(6)]
        paints = {name: colour(paint)[1:].encode() for name, paint in _THEME.items()}
        paints |= {b"accent%d" % place: hue[1:].encode() for place, hue in enumerate(hues, 1)}
        for part in self._deck.part.package.iter_parts():
            if part.partname.startswith("/ppt/theme/"):
                blob = _FACE.sub(rb"\g<1>" + FONT.encode() + rb"\g<2>", part.blob)
                for name, value in paints.items():
                    blob = re.sub(
                        rb"(<a:%s>)<a:srgbClr val=\"[0-9A-F]{6}\"/>" % name,
                        rb'\g<1><a:srgbClr val="' + value + rb'"/>',
                        blob,
                    )
                part._blob = blob  # noqa: SLF001 -- themes have no other door

    def _name(self, title: str, language: Language) -> None:
        told = self._deck.core_properties
        when = datetime(self._dated.year, self._dated.month, self._dated.day, tzinfo=UTC)
        told.title, told.author, told.last_modified_by = clean(title)[:255], "Cadre", "Cadre"
        told.subject, told.keywords, told.comments, told.category = "", "", "", ""
        told.language = LOCALES[language]
        told.created = told.modified = when.replace(tzinfo=None)
        told.revision = 1

    def _tell(self, slide: Slide, notes: list[str], language: Language) -> None:
        from pptx.oxml import parse_xml

        frame = slide.notes_slide.notes_text_frame
        if frame is None:
            return
        body = frame._txBody  # noqa: SLF001 -- languages have no other door
        for paragraph in list(body.p_lst):
            body.remove(paragraph)
        for note in notes or [""]:
            said = f'<a:r><a:rPr lang="{LOCALES[language]}"/><a:t>{words(note)}</a:t></a:r>'
            body.append(parse_xml(f"<a:p {NAMESPACES}>{said}</a:p>"))


def _settled(data: bytes) -> bytes:
    """The archive with one date for all its files, in one order."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in sorted(old.namelist(), key=lambda one: (one != "[Content_Types].xml", one)):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return out.getvalue()
