"""The file around the slides: python-pptx makes its parts, and it is packed the same each time.

The shapes are written as text, not one by one through python-pptx: that looks at all shapes of a
slide for each new one, and takes minutes for a large picture.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any, Final

from cadre.core.text import Language, clean
from cadre.render.slides.markup import TONGUES, emu, words
from cadre.viewpoints.tokens import DEFAULT_HUES, LIGHT

if TYPE_CHECKING:
    from pptx.presentation import Presentation

LONGEST: Final = 4032.0
"""The longest side of a slide, in points: 56 inches."""
_EPOCH: Final = date(2000, 1, 1)
_PACKED: Final = (1980, 1, 1, 0, 0, 0)
_MOMENT: Final = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_LAYOUT: Final = 5
"""The layout of the default template that has a title alone."""
_DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PRESENTATION: Final = "http://schemas.openxmlformats.org/presentationml/2006/main"
_NAMES: Final = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_TREE: Final = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
    '<p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/>'
    '<a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)


@dataclass(frozen=True, slots=True)
class Slide:
    """A slide: its shapes in the order they are read in, and what is said beside it."""

    shapes: Sequence[str]
    notes: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class About:
    """What a file says of itself."""

    title: str
    subject: str
    language: Language
    dated: date | None = None


def packed(slides: Iterable[Slide], about: About, width: float, height: float) -> bytes:
    """Slides of one size, in points, as a file. The same slides give the same bytes."""
    book = template(width, height)
    for slide in slides:
        add(book, slide, about.language)
    return saved(book, about)


def template(width: float, height: float) -> Presentation:
    """A presentation of this size with our fonts and colours, and no slide."""
    import pptx
    from pptx.util import Emu

    book = pptx.Presentation()
    across = emu(width) / int(book.slide_width or 1)
    down = emu(height) / int(book.slide_height or 1)
    book.slide_width, book.slide_height = Emu(emu(width)), Emu(emu(height))
    _drop_layouts(book)
    for sheet in (book.slide_master, *book.slide_layouts):
        _stretch(sheet.element, across, down)
    for part in book.part.package.iter_parts():
        if part.partname.startswith("/ppt/theme/"):
            part._blob = _themed(part.blob)  # noqa: SLF001 -- the only way to set it
    package = book.part.package
    for relations in (package._rels, book.part.rels):  # noqa: SLF001 -- of a package they are private
        for relation in list(relations.values()):
            if relation.reltype.endswith(("/thumbnail", "/printerSettings")):
                relations.pop(relation.rId)
    return book


def add(book: Presentation, slide: Slide, language: Language) -> Any:
    """The slide of python-pptx that was added."""
    from lxml import etree
    from pptx.oxml import parse_xml

    made = book.slides.add_slide(book.slide_layouts[0])
    tree = f"<p:spTree {_NAMES}>{_TREE}{''.join(slide.shapes)}</p:spTree>"
    # The tree itself stays: python-pptx holds on to it for what is added later.
    made.element.cSld.spTree[:] = list(parse_xml(tree))
    etree.cleanup_namespaces(made.element, keep_ns_prefixes=["a", "p", "r", "ppt"])
    if slide.notes:
        _note(made, slide.notes, language)
    return made


def saved(book: Presentation, about: About) -> bytes:
    """The bytes of a presentation: they depend on nothing but what it says."""
    told = book.core_properties
    told.title, told.subject = clean(about.title)[:250], clean(about.subject)[:250]
    told.language, told.author, told.last_modified_by = TONGUES[about.language], "Cadre", "Cadre"
    told.revision, told.keywords, told.comments, told.category = 1, "", "", ""
    midnight = datetime.combine(about.dated or _EPOCH, time())
    told.created = told.modified = midnight
    raw = io.BytesIO()
    book.save(raw)
    return _packed_again(raw)


def _packed_again(raw: io.BytesIO, *, inner: bool = False) -> bytes:
    """The same files with no time of packing; `inner` is the workbook of a chart."""
    again = io.BytesIO()
    with zipfile.ZipFile(raw) as old, zipfile.ZipFile(again, "w") as new:
        for entry in old.infolist():
            info = zipfile.ZipInfo(entry.filename, _PACKED)
            info.compress_type, info.create_system = zipfile.ZIP_DEFLATED, 3
            data = old.read(entry)
            if entry.filename.endswith(".xlsx"):
                data = _packed_again(io.BytesIO(data), inner=True)
            elif inner and entry.filename == "docProps/core.xml":
                data = _MOMENT.sub(rb"\g<1>2000-01-01T00:00:00Z", data)
            new.writestr(info, data)
    return again.getvalue()


def _drop_layouts(book: Presentation) -> None:
    """The layout with a title alone is the one that is used."""
    kept = book.slide_layouts[_LAYOUT]
    for layout in list(book.slide_layouts):
        if layout is not kept and layout.name != kept.name:
            book.slide_layouts.remove(layout)


def _stretch(sheet: Any, across: float, down: float) -> None:
    """Placeholders keep their places on a slide of another size."""
    for tag, factors in (("off", ("x", "y")), ("ext", ("cx", "cy"))):
        for node in sheet.iter(f"{{{_DRAWING}}}{tag}"):
            for name, factor in zip(factors, (across, down), strict=True):
                if node.get(name) is not None:
                    node.set(name, str(round(int(node.get(name)) * factor)))


def _themed(blob: bytes) -> bytes:
    """The theme of the template with our fonts, and our colours for what somebody adds."""
    text = blob.decode()
    text = re.sub(r'<a:latin typeface="[^"]*"', '<a:latin typeface="Noto Sans"', text)
    colours = {"dk2": LIGHT["ink-2"], "lt2": LIGHT["pale"]}
    colours |= {f"accent{place}": hue for place, hue in enumerate(DEFAULT_HUES[:6], 1)}
    for name, value in colours.items():
        made = f'<a:{name}><a:srgbClr val="{value[1:]}"/></a:{name}>'
        text = re.sub(rf"<a:{name}>.*?</a:{name}>", made, text, flags=re.DOTALL)
    return text.encode()


def _note(made: Any, paragraphs: Sequence[str], language: Language) -> None:
    """What is said beside a slide, each paragraph in its language."""
    from pptx.oxml import parse_xml

    placeholder = made.notes_slide.notes_placeholder.element
    body = placeholder.find(f".//{{{_PRESENTATION}}}txBody")
    for old in body.findall(f"{{{_DRAWING}}}p"):
        body.remove(old)
    face = f'<a:rPr lang="{TONGUES[language]}" dirty="0"/>'
    for one in paragraphs:
        text = words(one).replace("\n", " ")
        body.append(parse_xml(f"<a:p {_NAMES}><a:r>{face}<a:t>{text}</a:t></a:r></a:p>"))
