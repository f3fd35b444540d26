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

Start = Callable[[str, dict[str, str]], None]
End = Callable[[str], None]
Characters = Callable[[str], None]


class XmlReader:
    """Reads one XML file; names are those without their prefixes."""

    def __init__(self, place: Place, budget: Budget) -> None:
        self._place = place
        self._budget = budget
        self._depth = 0
        self._parser = expat.ParserCreate()
        self._parser.buffer_text = True
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._parser.EntityDeclHandler = self._doctype
        self._parser.ExternalEntityRefHandler = self._doctype

    @property
    def line(self) -> int:
        """The line that is being read."""
        return self._parser.CurrentLineNumber

    def read(self, stream: Readable, start: Start, end: End, characters: Characters) -> None:
        """Call the three as elements start, end and hold text.

        BadInput, at its line, for XML that is broken, cut off or declares a document type.
        """

        def started(name: str, attributes: dict[str, str]) -> None:
            self._depth += 1
            if self._depth > _DEEPEST:
                raise BadInput(
                    Text("the XML is nested too deep.", "le XML est imbriqué trop profondément."),
                    self.place,
                    Text("Write it anew with Cadre.", "L’écrire de nouveau avec Cadre."),
                )
            start(name.rpartition(":")[2] if ":" in name else name, attributes)

        def ended(name: str) -> None:
            self._depth -= 1
            end(name.rpartition(":")[2] if ":" in name else name)

        self._parser.StartElementHandler = started
        self._parser.EndElementHandler = ended
        self._parser.CharacterDataHandler = characters
        try:
            fed = 0
            while chunk := stream.read(_CHUNK):
                self._budget.spend(len(chunk), self._place)
                _ = self._parser.Parse(chunk, False)
                fed += len(chunk)
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
