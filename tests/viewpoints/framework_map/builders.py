"""Frameworks changed for a test, and large ones made up."""

from cadre.core.graph import Element, Framework, Link
from cadre.core.kernel import KERNEL
from cadre.core.settings import Settings
from tests.viewpoints.conftest import element


def changed(
    framework: Framework, *more: Element | Link, settings: Settings | None = None
) -> Framework:
    """The framework with elements and links put in, or in place of those of the same key."""
    values = framework.values_by_key()
    links = framework.values_by_link()
    for one in more:
        if isinstance(one, Element):
            values[one.key] = one.values
        else:
            links[one.id] = one.values
    return Framework.of_values(framework.metamodel, settings or framework.settings, values, links)


def made_up(groups: int, areas: int, each: int = 2) -> Framework:
    """Four councils, so many groups with `each` areas, results, work, priorities and ties."""
    elements = [
        *(element(f"council/c{i}", f"Council {i}", f"Conseil {i}", order=i) for i in range(4)),
        *(
            element(f"group/g{i}", f"Working group number {i}", f"Groupe {i}")
            for i in range(groups)
        ),
        *(element(f"focus-area/f{i}", f"Area number {i}", f"Domaine {i}") for i in range(areas)),
        *(element(f"priority/p{i}", f"Priority {i}", f"Priorité {i}") for i in range(5)),
        *(element(f"external-body/x{i}", f"Outside {i}", f"Externe {i}") for i in range(8)),
        *(
            element(
                f"result/r{i}",
                f"Result {i}",
                f"Résultat {i}",
                horizon=("immediate", "intermediate", "ultimate")[i % 3],
            )
            for i in range(12)
        ),
        *(element(f"activity/a{i}", f"Work {i}", f"Travaux {i}") for i in range(areas * 2)),
        element("purpose/v", "See far", "Voir loin", kind="vision"),
    ]
    links = [
        *(Link("part-of", f"group/g{i}", f"council/c{i % 5}") for i in range(groups) if i % 5 < 4),
        *(
            Link("covers", f"group/g{i}", f"focus-area/f{(i * 7 + j * 5) % areas}")
            for i in range(groups)
            for j in range(each)
        ),
        *(Link("supports", f"group/g{i}", f"priority/p{i % 5}") for i in range(0, groups, 3)),
        *(Link("tied-to", f"group/g{i}", f"external-body/x{i % 8}") for i in range(0, groups, 9)),
        *(
            Link("in-focus-area", f"result/r{i}", f"focus-area/f{i % areas}")
            for i in range(0, 12, 3)
        ),
        *(Link("contributes-to", f"result/r{i}", f"result/r{(i + 4) % 12}") for i in range(8)),
        *(
            Link("in-focus-area", f"activity/a{i}", f"focus-area/f{i % areas}")
            for i in range(areas * 2)
        ),
        *(Link("serves", f"focus-area/f{i}", "purpose/v") for i in range(areas)),
        Link("serves", "result/r11", "purpose/v"),
    ]
    return Framework.of(KERNEL, elements, links)
