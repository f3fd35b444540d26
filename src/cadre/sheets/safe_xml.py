"""XML read as it comes, with no document type, no entities and no more bytes than agreed.

The parser is expat of the standard library. A DOCTYPE is where entity bombs and references to
other files begin: it is refused when it starts, before anything in it is looked at.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NoReturn
from xml.parsers import expat

from cadre.core.faults import BadInput, Place
from cadre.core.text import Text
from cadre.sheets.limits import Budget, Readable

_CHUNK: Final = 1 << 16
_DEEPEST: Final = 100
_LONGEST_TAG: Final = 4_000_000
"""In bytes. One that is endless would be looked at anew with every chunk."""
MOST_ELEMENTS: Final = 1_000_000
"""In one file or part. The smallest has but four bytes, and each takes its time."""

Start = Callable[[str, dict[str, str]], None]
End = Callable[[str], None]
Characters = Callable[[str], None]
Look = Callable[[bytes], None]


class XmlReader:
    """Reads one XML file; names are those without their prefixes."""

    def __init__(self, place: Place, budget: Budget) -> None:
        self._place = place
        self._budget = budget
        self._parser = expat.ParserCreate()
        self._parser.buffer_text = True
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._parser.EntityDeclHandler = self._doctype
        self._parser.ExternalEntityRefHandler = self._doctype

    @property
    def line(self) -> int:
        """The line that is being read."""
        return self._parser.CurrentLineNumber

    def read(
        self,
        stream: Readable,
        start: Start,
        end: End,
        characters: Characters,
        look: Look = lambda _: None,
    ) -> None:
        """Call the three as elements start, end and hold text; `look`, before, with all bytes.

        BadInput, at its line, for XML that is broken, cut off or declares a document type, is
        nested too deep or has more elements than `MOST_ELEMENTS`.
        """
        data = self._whole(stream)
        look(data)
        depth = 0

        def started(name: str, attributes: dict[str, str]) -> None:
            nonlocal depth
            depth += 1
            if depth > _DEEPEST:
                raise self._too_deep()
            start(name.rpartition(":")[2] if ":" in name else name, attributes)

        def ended(name: str) -> None:
            nonlocal depth
            depth -= 1
            end(name.rpartition(":")[2] if ":" in name else name)

        self._parser.StartElementHandler = started
        self._parser.EndElementHandler = ended
        self._parser.CharacterDataHandler = characters
        try:
            for at in range(0, len(data), _CHUNK):
                fed = at + _CHUNK
                _ = self._parser.Parse(data[at:fed], False)
                if fed - self._parser.CurrentByteIndex > _LONGEST_TAG:
                    raise self._broken()
            _ = self._parser.Parse(b"", True)
        except expat.ExpatError:
            raise self._broken() from None
        except (LookupError, ValueError):
            raise BadInput(
                Text(
                    "the XML is damaged, or in an encoding that is not read.",
                    "le XML est endommagé, ou dans un codage qui n’est pas lu.",
                ),
                self.place,
                Text("Save it as UTF-8.", "L’enregistrer en UTF-8."),
            ) from None

    def _whole(self, stream: Readable) -> bytes:
        """All bytes, if they are not too many and do not hold too many elements."""
        chunks: list[bytes] = []
        while chunk := stream.read(_CHUNK):
            self._budget.spend(len(chunk), self._place)
            chunks.append(chunk)
        data = b"".join(chunks)
        if data.count(b"<") - data.count(b"</") > MOST_ELEMENTS:
            raise self._too_many()
        return data

    def _too_deep(self) -> BadInput:
        return BadInput(
            Text("the XML is nested too deep.", "le XML est imbriqué trop profondément."),
            self.place,
            Text("Write it anew with Cadre.", "L’écrire de nouveau avec Cadre."),
        )

    def _too_many(self) -> BadInput:
        return BadInput(
            Text(
                f"the XML has more than {MOST_ELEMENTS} elements.",
                f"le XML a plus de {MOST_ELEMENTS} éléments.",
            ),
            self.place,
            Text("Use a document or a bundle.", "Employer un document ou un lot."),
        )

    def _broken(self) -> BadInput:
        return BadInput(
            Text(
                "this is not XML, or it is cut off.",
                "ce n’est pas du XML, ou il est coupé.",
            ),
            self.place,
            Text(
                "Take a whole copy, or save it again.",
                "Prendre une copie entière, ou l’enregistrer de nouveau.",
            ),
        )

    @property
    def place(self) -> Place:
        """Where reading stands: a line of the file, or of the part of an archive."""
        line = self._parser.CurrentLineNumber
        if self._place.path:
            return self._place.at(path=f"{self._place.path}:{line}")
        return self._place.at(row=line)

    def _doctype(self, *_: object) -> NoReturn:
        raise BadInput(
            Text(
                "the XML declares a document type or an entity, which is never read.",
                "le XML déclare un type de document ou une entité, ce qui n’est jamais lu.",
            ),
            self.place,
            Text("Remove the DOCTYPE.", "Retirer le DOCTYPE."),
        )
