"""Frameworks made to size: councils, groups, areas, work and results in plausible proportions.

The same shape and seed give the same framework, element for element and link for link.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product
from typing import Final

from cadre.core.columns import Columns, rows
from cadre.core.dates import PartialDate
from cadre.core.graph import Framework
from cadre.core.kernel import KERNEL
from cadre.core.settings import Settings
from cadre.core.text import Text
from cadre.core.values import NO_VALUES, Value, Values, frozen_values

Pair = tuple[int, int]

_NOUNS: Final = (
    ("identity", "l’identité"),
    ("payments", "les paiements"),
    ("benefits", "les prestations"),
    ("licences", "les permis"),
    ("open data", "les données ouvertes"),
    ("privacy", "la protection des renseignements"),
    ("security", "la sécurité"),
    ("procurement", "l’approvisionnement"),
    ("accessibility", "l’accessibilité"),
    ("broadband", "la large bande"),
    ("cloud hosting", "l’hébergement infonuagique"),
    ("records", "les dossiers"),
    ("health cards", "les cartes santé"),
    ("births and deaths", "les naissances et les décès"),
    ("business numbers", "les numéros d’entreprise"),
    ("contact centres", "les centres de contact"),
    ("counters", "les comptoirs"),
    ("mobile services", "les services mobiles"),
    ("languages", "les langues"),
    ("talent", "la relève"),
    ("climate data", "les données climatiques"),
    ("emergency alerts", "les alertes d’urgence"),
    ("land registry", "le registre foncier"),
    ("student aid", "l’aide aux études"),
)
_DOINGS: Final = (
    ("Study of", "Étude sur"),
    ("Standard for", "Norme pour"),
    ("Pilot on", "Essai concernant"),
    ("Inventory of", "Inventaire touchant"),
    ("Guide to", "Guide sur"),
    ("Review of", "Examen portant sur"),
    ("Forum on", "Forum sur"),
    ("Toolkit for", "Trousse pour"),
    ("Training in", "Formation touchant"),
    ("Agreement on", "Entente sur"),
    ("Measures of", "Mesures concernant"),
    ("Roadmap for", "Feuille de route pour"),
)
_QUALITIES: Final = (
    ("for citizens at every counter", "au profit des citoyens à tous les comptoirs"),
    ("across small municipalities", "dans les petites municipalités"),
    ("for newcomers and students", "pour les nouveaux arrivants et les étudiants"),
    ("with fewer forms and visits", "avec moins de formulaires et de visites"),
    ("by shared code and contracts", "grâce à du code et à des contrats partagés"),
    ("in remote and northern places", "dans les régions éloignées et nordiques"),
    ("for employers and the self-employed", "pour les employeurs et les travailleurs autonomes"),
    ("at the moments that matter in a life", "aux moments qui comptent dans une vie"),
)
_TOPICS: Final = tuple(product(range(len(_NOUNS)), range(len(_DOINGS)), range(len(_QUALITIES))))


@dataclass(frozen=True, slots=True)
class Shape:
    """How many elements of each type, and about how many links of each; `links` in all if given."""

    councils: int
    groups: int
    areas: int
    priorities: int
    results: int
    activities: int
    deliverables: int
    seats: int
    documents: int
    periods: int
    covers: int
    takes_part: int
    depends_on: int
    links: int | None = None
    seed: int = 2018


SMALL: Final = Shape(
    councils=4,
    groups=20,
    areas=24,
    priorities=8,
    results=30,
    activities=120,
    deliverables=40,
    seats=12,
    documents=6,
    periods=5,
    covers=60,
    takes_part=150,
    depends_on=90,
)
"""Some 300 elements, for tests."""

LARGE: Final = Shape(
    councils=12,
    groups=260,
    areas=120,
    priorities=200,
    results=1_000,
    activities=7_600,
    deliverables=2_800,
    seats=500,
    documents=472,
    periods=20,
    covers=1_300,
    takes_part=9_000,
    depends_on=4_000,
)
"""13,000 elements."""

FEDERATION: Final = Shape(
    councils=40,
    groups=2_000,
    areas=1_000,
    priorities=2_000,
    results=8_000,
    activities=56_000,
    deliverables=24_000,
    seats=4_000,
    documents=2_904,
    periods=40,
    covers=16_000,
    takes_part=200_000,
    depends_on=120_000,
    links=1_000_000,
)
"""100,000 elements and 1,000,000 links."""


def made(shape: Shape) -> Framework:
    """The framework of a shape, in both languages."""
    return _Making(shape).framework()


def altered(columns: Columns, share: float, seed: int = 7) -> Columns:
    """The columns with so large a share of the links changed: half of that gone, as many come."""
    chance = random.Random(seed)
    gone = set(chance.sample(range(len(columns)), round(len(columns) * share / 2)))
    pairs: dict[str, set[Pair]] = {}
    for number, name in enumerate(columns.types):
        span = columns.span(number)
        there = {(columns.sources[row], columns.targets[row]) for row in span}
        left = {(columns.sources[row], columns.targets[row]) for row in span if row not in gone}
        wanted = len(span) - len(left)
        while wanted:
            new = (columns.sources[chance.choice(span)], columns.targets[chance.choice(span)])
            if new not in there and new not in left:
                left.add(new)
                wanted -= 1
        pairs[name] = left
    return _columns(list(columns.keys), pairs)


def _columns(keys: list[str], pairs: dict[str, set[Pair]]) -> Columns:
    first, sources, targets = rows([0]), rows(), rows()
    names = sorted(name for name, own in pairs.items() if own)
    for name in names:
        own = sorted(pairs[name])
        sources.extend(one for one, _ in own)
        targets.extend(other for _, other in own)
        first.append(len(sources))
    return Columns(keys, names, first, sources, targets)


class _Making:
    """One framework in the making."""

    def __init__(self, shape: Shape) -> None:
        self.shape = shape
        self.chance = random.Random(shape.seed)
        self.values: dict[str, Values] = {}
        self.pairs: dict[str, set[Pair]] = {}
        self.row: dict[str, int] = {}

    def framework(self) -> Framework:
        self._elements()
        keys = sorted(self.values)
        self.row = {key: row for row, key in enumerate(keys)}
        self._links()
        columns = _columns(keys, self.pairs)
        settings = Settings.of({"name": Text("A made framework", "Un cadre fabriqué")})
        values = [self.values[key] for key in keys]
        return Framework(KERNEL, settings, columns, values, list(self._link_values(columns)))

    # --- elements --------------------------------------------------------------------------

    def _elements(self) -> None:
        shape = self.shape
        self._add("purpose", 1, kind="vision")
        self._add("purpose", 9, kind="goal")
        self._add("council", shape.councils, kind="council")
        self._add("group", shape.groups, kind="working-group", lifecycle="active")
        self._add("jurisdiction", 6, kind="government")
        self._add("focus-area", shape.areas)
        self._add("priority", shape.priorities, standing="current")
        self._add("result", shape.results, horizon="immediate")
        self._add("activity", shape.activities, progress="under-way")
        self._add("deliverable", shape.deliverables)
        self._add("seat", shape.seats)
        self._add("document", shape.documents)
        self._add("period", shape.periods)

    def _add(self, type_: str, count: int, **same: Value) -> None:
        begun = len(self._all(type_))
        for number in range(begun, begun + count):
            noun, doing, quality = _TOPICS[self.chance.randrange(len(_TOPICS))]
            (noun_en, noun_fr), (doing_en, doing_fr) = _NOUNS[noun], _DOINGS[doing]
            name = Text(f"{doing_en} {noun_en} {number}", f"{doing_fr} {noun_fr} {number}")
            other_en, other_fr = self.chance.choice(_NOUNS)
            summary = Text(
                f"{doing_en} {noun_en} and {other_en} {_QUALITIES[quality][0]}.",
                f"{doing_fr} {noun_fr} et {other_fr} {_QUALITIES[quality][1]}.",
            )
            values: dict[str, Value] = {
                "name": name,
                "summary": summary,
                "order": number + 1,
                "provenance": f"Register, page {number % 400 + 1}",
                "certainty": self.chance.choice(("stated", "stated", "high", "medium")),
                **same,
            }
            if type_ == "result":
                values["horizon"] = ("immediate", "intermediate", "ultimate")[number % 3]
            if type_ == "period":
                values["starts"] = PartialDate(2000 + number)
            self.values[f"{type_}/{number:06d}"] = frozen_values(values)

    def _all(self, type_: str) -> range:
        """The numbers of the elements of a type so far."""
        return range(sum(key.startswith(f"{type_}/") for key in self.values))

    # --- links -----------------------------------------------------------------------------

    def _rows(self, type_: str) -> list[int]:
        return [row for key, row in self.row.items() if key.startswith(f"{type_}/")]

    def _links(self) -> None:
        chance, shape = self.chance, self.shape
        of = {type_: self._rows(type_) for type_ in {key.partition("/")[0] for key in self.values}}
        groups, areas, work, made = (
            of["group"],
            of["focus-area"],
            of["activity"],
            of["deliverable"],
        )
        results, priorities, aims = of["result"], of["priority"], of["purpose"]
        tops = areas[: max(1, len(areas) // 12)]

        self._join("part-of", ((group, chance.choice(of["council"])) for group in groups))
        self._join("part-of", ((area, chance.choice(tops)) for area in areas[len(tops) :]))
        self._join("part-of", ((one, work[n // 9]) for n, one in enumerate(work) if n % 9 > 5))
        self._join("serves", ((one, chance.choice(aims)) for one in (*tops, *priorities)))
        self._join("serves", ((one, aims[0]) for one in aims[1:]))
        self._many("covers", shape.covers, groups, areas)
        for group in groups[: len(groups) * 19 // 20]:
            self._join("covers", [(group, chance.choice(areas))])
        self._join("in-focus-area", ((one, chance.choice(areas)) for one in (*work, *made)))
        self._join("in-focus-area", ((one, chance.choice(areas)) for one in results))
        self._join("leads", ((chance.choice(groups), one) for one in work if chance.random() < 0.9))
        self._join("leads", ((chance.choice(groups), one) for one in priorities))
        self._many("takes-part", shape.takes_part, groups, work)
        self._many("supports", shape.takes_part // 3, groups, (*work, *priorities))
        self._join("produces", ((work[n % len(work)], one) for n, one in enumerate(made)))
        self._join("contributes-to", ((one, chance.choice(results)) for one in work))
        self._join("contributes-to", ((one, chance.choice(results)) for one in made))
        later = results[len(results) // 3 :]
        self._join("contributes-to", ((one, chance.choice(later)) for one in results[: len(later)]))
        self._depends(work)
        self._join("scheduled-in", ((one, chance.choice(of["period"])) for one in work))
        self._join("sits-on", ((one, chance.choice(groups)) for one in of["seat"]))
        self._join("represents", ((one, chance.choice(of["jurisdiction"])) for one in of["seat"]))
        self._many("evidenced-by", len(work) // 2, work, of["document"])
        self._many("overlaps-with", len(groups) // 40, groups, groups)
        self._many("same-work-as", len(work) // 200, work, work)
        self._fill(groups, work)

    def _depends(self, work: list[int]) -> None:
        """Work depends on earlier work close by; here and there a circle."""
        chance = self.chance
        for _ in range(self.shape.depends_on):
            place = chance.randrange(1, len(work))
            self._join(
                "depends-on", [(work[place], work[max(0, place - chance.randrange(1, 900))])]
            )
        for _ in range(max(1, len(work) // 2_000)):
            place = chance.randrange(len(work) - 3)
            self._join(
                "depends-on", [(work[place], work[place + 2]), (work[place + 2], work[place])]
            )

    def _fill(self, groups: list[int], work: list[int]) -> None:
        """Whatever is left of the number of links in all, spread over three types."""
        if self.shape.links is None:
            return
        left = self.shape.links - sum(map(len, self.pairs.values()))
        for name, part in (("supports", 0.5), ("contributes-to", 0.2), ("in-focus-area", 0.2)):
            ends = groups if name == "supports" else work
            others = {"supports": work, "contributes-to": self._rows("result")}.get(
                name, self._rows("focus-area")
            )
            self._many(name, round(left * part), ends, others)
        self._many(
            "takes-part", self.shape.links - sum(map(len, self.pairs.values())), groups, work
        )

    def _join(self, name: str, pairs: Iterable[Pair]) -> None:
        self.pairs.setdefault(name, set()).update(one for one in pairs if one[0] != one[1])

    def _many(self, name: str, count: int, sources: Iterable[int], targets: Iterable[int]) -> None:
        """So many more links of a type; some sources have far more of them than others."""
        starts, ends, own = list(sources), list(targets), self.pairs.setdefault(name, set())
        wanted = len(own) + count
        while len(own) < wanted:
            place = int(len(starts) * self.chance.random() ** 1.5)
            pair = (starts[place], self.chance.choice(ends))
            if pair[0] != pair[1]:
                own.add(pair)

    def _link_values(self, columns: Columns) -> Iterator[Values]:
        stated = frozen_values({"certainty": "medium", "provenance": "Minutes, item 4"})
        for number, name in enumerate(columns.types):
            for place in columns.span(number):
                if name == "covers":
                    (en, fr), (en_end, fr_end) = _NOUNS[place % 24], _QUALITIES[place % 8]
                    what = Text(f"Works on {en} {en_end}", f"S’occupe de {fr} {fr_end}")
                    yield frozen_values({"what": what})
                else:
                    yield stated if place % 20 == 0 else NO_VALUES
