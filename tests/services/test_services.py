"""What services answer, apart from any page."""

from __future__ import annotations

from datetime import date

import pytest

from cadre.analysis.coverage import coverage
from cadre.core.change import Changes, RemoveLink, apply, set_field
from cadre.core.graph import Element, Framework, Link
from cadre.core.kernel import KERNEL
from cadre.core.keys import LinkId
from cadre.core.metamodel import ElementType
from cadre.core.text import Text
from cadre.core.traits import LinkRole, Trait
from cadre.services import editing, elements, findings, frameworks, lists, pictures, uncertain
from cadre.services.faults import Conflict, NotFound, Refused
from cadre.services.likely import near
from cadre.services.overview import headline, overview
from cadre.services.timeline import lines

pytestmark = pytest.mark.django_db

KEY = "joint-councils"


def _submit(changes: Changes) -> None:
    opened = frameworks.opened(KEY)
    editing.submit(KEY, changes, author="Ada", reason="Test", base_revision=opened.revision)


# --- frameworks ---------------------------------------------------------------------------------


def test_the_reference_framework_comes_first() -> None:
    assert [one.key for one in frameworks.stored()] == ["joint-councils", "example"]


def test_a_store_that_has_something_is_left_alone() -> None:
    assert frameworks.load_shipped() == ()


def test_each_state_is_opened_on_its_own_day() -> None:
    assert frameworks.opened(KEY, "2016-09").as_of == date(2016, 9, 14)
    assert frameworks.opened(KEY, "proposal-2016").as_of == date(2016, 9, 14)
    assert frameworks.opened(KEY).as_of >= date(2026, 1, 1)


@pytest.mark.parametrize(("key", "state"), [("joint-council", "current"), (KEY, "2016-9")])
def test_what_is_not_there_names_what_is_near(key: str, state: str) -> None:
    with pytest.raises(NotFound) as caught:
        frameworks.opened(key, state)
    assert caught.value.near[0].key in (KEY, "2016-09")


# --- editing ------------------------------------------------------------------------------------


def test_an_edit_is_stored_and_leaves_editions_alone() -> None:
    before = frameworks.opened(KEY)
    _submit(set_field(before.framework, "group/im", "note", Text("Anew", "À neuf")))
    after = frameworks.opened(KEY)
    assert after.revision == before.revision + 1
    assert after.framework["group/im"].text("note") == Text("Anew", "À neuf")
    assert after.at("2018").framework == before.at("2018").framework


def test_an_edit_that_breaks_the_metamodel_is_refused() -> None:
    before = frameworks.opened(KEY)
    with pytest.raises(Refused) as caught:
        _submit(set_field(before.framework, "group/im", "kind", "no-such-kind"))
    assert caught.value.messages
    assert frameworks.opened(KEY).revision == before.revision


def test_an_edit_that_does_not_fit_is_a_conflict() -> None:
    opened = frameworks.opened(KEY)
    changes = set_field(opened.framework, "group/im", "note", Text("One", "Un"))
    _submit(changes)
    with pytest.raises(Conflict):
        _submit(changes)


def test_an_edit_without_its_framework_is_not_found() -> None:
    with pytest.raises(NotFound):
        editing.submit("nowhere", (), author="Ada", reason="Test", base_revision=1)


# --- the sentence at the head -------------------------------------------------------------------


def test_the_headline_follows_the_data() -> None:
    before = overview(frameworks.opened(KEY), "en")
    assert "jurisdictional alignment" in before.headline
    framework = frameworks.opened(KEY).framework
    area = "focus-area/jurisdictional-alignment"
    _submit(tuple(RemoveLink(link) for link in framework.links_in(area, LinkRole.COVERS)))
    after = overview(frameworks.opened(KEY), "en")
    assert after.headline != before.headline
    assert "work on jurisdictional alignment" not in after.headline


def test_the_headline_is_said_in_both_languages() -> None:
    opened = frameworks.opened(KEY, "2016-09")
    assert "groups work on" in overview(opened, "en").headline
    assert "groupes sur" in overview(opened, "fr").headline


@pytest.mark.parametrize(
    ("groups", "english", "french"),
    [
        (
            [("a", "x"), ("b", "x"), ("a", "y")],
            "Two of 2 agencies work on x; only one works on y",
            "2 agences sur 2 travaillent à «\u00a0X\u00a0»; 1 agence à «\u00a0Y\u00a0»",
        ),
        (
            [("a", "x"), ("b", "x")],
            "Two of 2 agencies work on x; none works on y",
            "2 agences sur 2 travaillent à «\u00a0X\u00a0»; «\u00a0Y\u00a0» sans agence",
        ),
        ([], "No agency works on any of the two focus areas yet", None),
    ],
)
def test_the_headline_calls_groups_what_their_type_is_called(
    groups: list[tuple[str, str]], english: str, french: str | None
) -> None:
    agency = ElementType(
        "agency",
        Text("Agency", "Agence"),
        Text("Agencies", "Agences"),
        traits=frozenset({Trait.BODY, Trait.WORKS}),
    )
    framework = Framework.of(
        KERNEL.extended([agency]),
        [
            *(Element(f"agency/{one}", {"name": Text(one, one)}) for one in ("a", "b")),
            *(
                Element(f"focus-area/{one}", {"name": Text(one.upper(), one.upper())})
                for one in "xy"
            ),
        ],
        [Link("covers", f"agency/{one}", f"focus-area/{area}") for one, area in groups],
    )
    reach = coverage(framework, date(2026, 1, 1))
    assert headline(reach, framework, 2, "en") == english
    if french:
        assert headline(reach, framework, 2, "fr") == french


def test_a_framework_without_an_axis_has_a_plain_headline() -> None:
    opened = frameworks.opened("example")
    framework = opened.framework
    axis = [one.key for one in framework.elements() if "axis" in framework.traits(one.key)]
    assert axis
    assert overview(opened, "en").headline


def test_what_needs_attention_comes_from_many_rules() -> None:
    found = overview(frameworks.opened(KEY, "2016-09"), "en").foremost
    codes = [shown.code for shown, _ in found]
    assert len(set(codes)) == len(codes)
    assert len({code[:3] for code in codes}) >= 3
    ranks = [shown.severity.rank for shown, _ in found]
    assert ranks == sorted(ranks)


# --- elements -----------------------------------------------------------------------------------


def test_an_element_shows_its_links_both_ways() -> None:
    page = elements.element(frameworks.opened(KEY, "2016-09"), "group/channel", "en")
    ways = {(group.role, group.outward) for group in page.ties}
    assert (LinkRole.COVERS, True) in ways
    assert (LinkRole.ASSESSES, False) in ways
    opened = frameworks.opened(KEY, "2016-09").framework
    total = len(opened.links_out("group/channel")) + len(opened.links_in("group/channel"))
    assert sum(len(group.ties) for group in page.ties) == total


def test_every_value_of_an_element_is_shown() -> None:
    """Each attribute is a fact of the page, or one of those that have a place of their own."""
    opened = frameworks.opened(KEY)
    apart = elements._SHOWN_APART
    for element in opened.framework.elements():
        page = elements.element(opened, element.key, "fr")
        shown = {fact.key for fact in page.facts}
        assert set(element.values) - apart == shown, element.key


def test_an_element_knows_its_other_states() -> None:
    page = elements.element(frameworks.opened(KEY), "priority/digital-identity", "en")
    there = {one.info.key: one.there for one in page.states}
    assert there == {
        "2016-09": False,
        "proposal-2016": False,
        "2018": True,
        "recommendations-2018": True,
    }


def test_a_line_of_sight_ends_at_the_vision_or_says_where_it_breaks() -> None:
    opened = frameworks.opened(KEY, "2016-09")
    for key in opened.framework.keys(type="group"):
        line = elements.element(opened, key, "en").sightline
        assert line is not None
        if line.reaches:
            assert line.hops[-1].element.key == "purpose/vision"


def test_sources_are_told_by_document() -> None:
    framework = frameworks.opened(KEY, "2016-09").framework
    [posters, other] = elements.sources(
        framework, "posters-2016-08:1-2; nowhere:3; posters-2016-08:9"
    )
    assert posters.document is not None
    assert posters.places == ("1-2", "9")
    assert other.document is None


# --- lists --------------------------------------------------------------------------------------


def test_a_users_own_type_has_a_list_with_columns() -> None:
    opened = frameworks.opened("example")
    own = set(opened.framework.metamodel.element_types) - set(
        frameworks.opened(KEY).framework.metamodel.element_types
    )
    [key] = own
    listing = lists.listed(opened, key, "en", lists.Query())
    assert listing.lines
    assert len(listing.columns) >= 2


def test_filters_count_what_they_would_keep() -> None:
    opened = frameworks.opened(KEY, "2016-09")
    listing = lists.listed(opened, "group", "en", lists.Query())
    for one in listing.filters:
        for option in one.options:
            asked = lists.Query(chosen={one.id: option.key})
            assert len(lists.listed(opened, "group", "en", asked).lines) == option.count


# --- findings -----------------------------------------------------------------------------------


def test_tallies_add_up() -> None:
    opened = frameworks.opened(KEY, "2016-09")
    total = len(findings.report(opened).findings)
    assert sum(one.total for one in findings.tallies(opened)) == total
    assert findings.listed(opened, findings.Query()).shown == total


def test_an_accepted_finding_is_apart() -> None:
    opened = frameworks.opened(KEY)
    finding = next(one for one in findings.report(opened).findings if len(one.subjects) == 1)
    path = f"accepted/{finding.fingerprint}/{finding.subjects[0]}"
    from cadre.core.change import SetSetting

    _submit((SetSetting(path, None, Text("As agreed", "Comme convenu")),))
    after = frameworks.opened(KEY)
    assert findings.listed(after, findings.Query()).accepted == 1
    explained = findings.explained(after, finding.fingerprint)
    assert explained.reasons[0][1] == Text("As agreed", "Comme convenu")


def test_what_is_uncertain_is_all_there() -> None:
    opened = frameworks.opened(KEY, "2016-09")
    framework = opened.framework
    facts: list[Element | Link] = [*framework.elements(), *framework.links()]
    unsure = sum(one.certainty != "stated" or "inferred" in one.values for one in facts)
    found = uncertain.uncertain(opened)
    assert found.total == unsure
    assert sum(one.count for one in found.certainties) == unsure


# --- pictures and states ------------------------------------------------------------------------


def test_every_viewpoint_is_drawn_with_its_table() -> None:
    opened = frameworks.opened(KEY, "2018")
    for viewpoint in pictures.all_viewpoints():
        picture = pictures.draw(opened, viewpoint.id, {}, "fr", lambda key: f"/{key}")
        assert picture.wide[0].svg.startswith("<svg")
        assert picture.table.rows


def test_what_is_lit_is_framed_where_it_stands() -> None:
    opened = frameworks.opened(KEY, "2016-09")
    picture = pictures.draw(opened, "gap-matrix", {}, "en", lambda key: f"/{key}")
    frames = pictures.places_of(picture.scene, ["group/channel"])
    assert len(frames) == 1 + 4  # its row, and the four areas it works in
    assert pictures.places_of(picture.scene, ["group/nobody"]) == ()


@pytest.mark.parametrize(
    ("key", "first"),
    [
        ("group/privac", "group/privacy"),
        ("group/chanel", "group/channel"),
        ("group/cloud-computing", "group/cloud"),
        ("groupe/renseignements-personnels", "group/privacy"),
        ("focus-area/digital", "focus-area/digital-enablement"),
    ],
)
def test_what_may_have_been_meant_shares_its_words(key: str, first: str) -> None:
    framework = frameworks.opened(KEY, "2018").framework
    found = near(framework, key)

    assert found[0].key == first
    assert all(len(one.name.en) > 5 and len(one.name.fr) > 5 for one in found)


def test_nothing_is_offered_that_shares_no_word() -> None:
    """Two acronyms and a term have letters in common with `nope`: none has to do with it."""
    framework = frameworks.opened(KEY, "2018").framework

    assert near(framework, "group/nope") == ()
    assert near(framework, "foo/bar") == ()
    assert near(framework, "") == ()


def test_an_acronym_is_meant_where_it_is_asked_for_as_it_is() -> None:
    framework = frameworks.opened(KEY, "2018").framework
    oecd = framework["external-body/oecd"]

    [found, *_] = near(framework, "external-body/ocde")
    assert (found.key, found.name) == (oecd.key, oecd.name)


def test_only_what_has_a_place_in_the_picture_is_told_as_lit() -> None:
    opened = frameworks.opened(KEY, "2016-09")
    asked = (
        "document/deck-2016-09",
        "group/channel",
        "group/nobody",
        "focus-area/client-engagement",
    )

    picture = pictures.draw(opened, "gap-matrix", {}, "en", lambda key: f"/{key}", asked)

    assert picture.lit == ("group/channel", "focus-area/client-engagement")
    assert pictures.draw(opened, "gap-matrix", {}, "en", lambda key: f"/{key}").lit == ()
    narrowed = {"council": "council/pscioc"}
    part = pictures.draw(opened, "framework-map", narrowed, "fr", lambda key: f"/{key}", asked)
    assert part.lit == ("focus-area/client-engagement",)


def test_states_tell_how_they_differ() -> None:
    found = {line.info.key: line for line in lines(frameworks.opened(KEY))}
    assert list(found) == ["2016-09", "proposal-2016", "2018", "recommendations-2018", "current"]
    assert found["current"].effect is not None
    assert found["current"].effect.is_nothing
    proposal = found["proposal-2016"].effect
    assert proposal is not None
    assert proposal.came > 33
    assert found["2016-09"].effect is None


def test_applying_a_link_id_is_not_the_link() -> None:
    """A removed link is named whole: the journal can undo it."""
    framework = frameworks.opened(KEY).framework
    link = framework.links(LinkRole.COVERS)[0]
    assert isinstance(link.id, LinkId)
    assert framework.link_count() - 1 == apply(framework, (RemoveLink(link),)).link_count()
