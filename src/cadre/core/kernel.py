"""The types that ship. A framework extends them by data; code asks for traits and roles."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from cadre.core.attributes import Attribute, choices
from cadre.core.metamodel import ElementType, Ends, LinkType, Metamodel
from cadre.core.text import Text
from cadre.core.traits import COVERAGE_STEPS, LinkRole, Trait
from cadre.core.values import Kind

KERNEL_NUMBER: Final = 1

T = Trait


def _type(
    key: str, glyph: str, en: tuple[str, str, str], fr: tuple[str, str, str], *traits: Trait
) -> ElementType:
    return ElementType(
        key,
        label=Text(en[0], fr[0]),
        plural=Text(en[1], fr[1]),
        help=Text(en[2], fr[2]),
        traits=frozenset(traits),
        glyph=glyph,
    )


_ELEMENT_TYPES: Final = (
    _type(
        "council",
        "nodes",
        ("Council", "Councils", "A council of governments that steers shared work."),
        ("Conseil", "Conseils", "Un conseil de gouvernements qui dirige des travaux communs."),
        T.BODY,
        T.STEERS,
    ),
    _type(
        "group",
        "disc",
        ("Group", "Groups", "A body that does work for a council: working group, committee, team."),
        (
            "Groupe",
            "Groupes",
            "Un organe qui travaille pour un conseil : groupe de travail, comité, équipe.",
        ),
        T.BODY,
        T.WORKS,
    ),
    _type(
        "external-body",
        "house",
        ("External body", "External bodies", "A body outside the councils that their work meets."),
        (
            "Organe externe",
            "Organes externes",
            "Un organe extérieur aux conseils que leurs travaux rencontrent.",
        ),
        T.BODY,
        T.OUTSIDE,
    ),
    _type(
        "jurisdiction",
        "flag",
        (
            "Jurisdiction",
            "Jurisdictions",
            "A government, or a department or municipality that speaks for one.",
        ),
        (
            "Administration",
            "Administrations",
            "Un gouvernement, ou un ministère ou une municipalité qui parle en son nom.",
        ),
        T.BODY,
        T.GOVERNMENT,
    ),
    _type(
        "seat",
        "person",
        ("Seat", "Seats", "A place in a body, held by a jurisdiction; never a named person."),
        (
            "Siège",
            "Sièges",
            "Une place dans un organe, tenue par une administration; jamais une personne nommée.",
        ),
        T.SEAT,
    ),
    _type(
        "purpose",
        "star",
        ("Purpose", "Purposes", "What all the work is for: vision, call to action, objectives."),
        (
            "Finalité",
            "Finalités",
            "Ce à quoi servent tous les travaux : vision, appel à l’action, objectifs.",
        ),
        T.AIM,
    ),
    _type(
        "principle",
        "leaf",
        ("Principle", "Principles", "A rule of conduct that all work should respect."),
        ("Principe", "Principes", "Une règle de conduite que tous les travaux respectent."),
        T.AIM,
    ),
    _type(
        "focus-area",
        "layers",
        ("Focus area", "Focus areas", "One step of the axis along which all work is read."),
        (
            "Domaine d’intérêt",
            "Domaines d’intérêt",
            "Un cran de l’axe le long duquel se lisent tous les travaux.",
        ),
        T.AXIS,
    ),
    _type(
        "priority",
        "flag",
        ("Priority", "Priorities", "What a council has put first, with those who lead it."),
        (
            "Priorité",
            "Priorités",
            "Ce qu’un conseil a mis au premier rang, avec ceux qui en sont chargés.",
        ),
        T.PRIORITY,
    ),
    _type(
        "activity",
        "chart",
        ("Activity", "Activities", "Work under way or proposed."),
        ("Activité", "Activités", "Des travaux en cours ou proposés."),
        T.WORK,
    ),
    _type(
        "deliverable",
        "page",
        ("Deliverable", "Deliverables", "A thing that work hands over."),
        ("Livrable", "Livrables", "Ce que des travaux remettent."),
        T.OUTPUT,
    ),
    _type(
        "result",
        "star",
        ("Result", "Results", "A change that the work should bring about, at some horizon."),
        (
            "Résultat",
            "Résultats",
            "Un changement que les travaux doivent amener, à un certain horizon.",
        ),
        T.OUTCOME,
    ),
    _type(
        "period",
        "wave",
        ("Period", "Periods", "A span of the roadmap."),
        ("Période", "Périodes", "Un intervalle de la feuille de route."),
        T.TIME,
    ),
    _type(
        "phase",
        "wave",
        ("Phase", "Phases", "A stage of moving from one structure to the next."),
        ("Phase", "Phases", "Une étape du passage d’une structure à la suivante."),
        T.TIME,
    ),
    _type(
        "swot-factor",
        "blocks",
        (
            "SWOT factor",
            "SWOT factors",
            "A strength, weakness, opportunity or threat as the councils saw it.",
        ),
        (
            "Facteur FFPM",
            "Facteurs FFPM",
            "Une force, faiblesse, possibilité ou menace telle que vue par les conseils.",
        ),
        T.FACTOR,
    ),
    _type(
        "coverage-assessment",
        "bars",
        (
            "Coverage assessment",
            "Coverage assessments",
            "What somebody stated about how far work reaches.",
        ),
        (
            "Évaluation de la couverture",
            "Évaluations de la couverture",
            "Ce qui a été énoncé sur la portée des travaux.",
        ),
        T.JUDGEMENT,
    ),
    _type(
        "transition",
        "rings",
        ("Transition", "Transitions", "The fate of one group in one proposed future."),
        ("Transition", "Transitions", "Le sort d’un groupe dans un avenir proposé."),
        T.TRANSITION,
    ),
    _type(
        "indicator",
        "chart",
        ("Indicator", "Indicators", "How one would see that a result comes about."),
        ("Indicateur", "Indicateurs", "Ce qui montrerait qu’un résultat se réalise."),
        T.MEASURE,
    ),
    _type(
        "measure-value",
        "chart",
        ("Measured value", "Measured values", "A value of an indicator on a date."),
        ("Valeur mesurée", "Valeurs mesurées", "La valeur d’un indicateur à une date."),
        T.MEASURE,
    ),
    _type(
        "meeting",
        "disc",
        ("Meeting", "Meetings", "A meeting at which the framework is examined."),
        ("Réunion", "Réunions", "Une réunion où le cadre est examiné."),
        T.MEETING,
    ),
    _type(
        "recommendation",
        "speech",
        ("Recommendation", "Recommendations", "A change put to the councils."),
        ("Recommandation", "Recommandations", "Un changement soumis aux conseils."),
        T.DECISION,
    ),
    _type(
        "decision",
        "flag",
        ("Decision", "Decisions", "What the councils settled, or were asked to settle."),
        ("Décision", "Décisions", "Ce que les conseils ont tranché, ou ont été priés de trancher."),
        T.DECISION,
    ),
    _type(
        "action",
        "disc",
        ("Action", "Actions", "A step that somebody is to take, or took."),
        ("Suivi", "Suivis", "Un pas que quelqu’un doit faire, ou a fait."),
        T.DECISION,
    ),
    _type(
        "document",
        "page",
        ("Document", "Documents", "A source, a model or a report."),
        ("Document", "Documents", "Une source, un modèle ou un rapport."),
        T.REFERENCE,
    ),
    _type(
        "term",
        "page",
        ("Term", "Terms", "A word of the glossary, with its meaning."),
        ("Terme", "Termes", "Un mot du glossaire, avec son sens."),
        T.REFERENCE,
    ),
    _type(
        "acronym",
        "page",
        ("Acronym", "Acronyms", "A short form, and what it must not be taken for."),
        ("Sigle", "Sigles", "Une forme abrégée, et ce avec quoi il ne faut pas la confondre."),
        T.REFERENCE,
    ),
    _type(
        "asset",
        "layers",
        ("Asset", "Assets", "An inventory or a tool that the work keeps or uses."),
        ("Actif", "Actifs", "Un inventaire ou un outil que les travaux tiennent ou utilisent."),
        T.REFERENCE,
    ),
    _type(
        "policy-instrument",
        "page",
        ("Policy instrument", "Policy instruments", "A law, policy or agreement."),
        ("Instrument de politique", "Instruments de politique", "Loi, politique ou entente."),
        T.REFERENCE,
    ),
    _type(
        "practice",
        "leaf",
        ("Practice", "Practices", "A practice or model to follow, or a rule for groups."),
        ("Pratique", "Pratiques", "Une pratique ou un modèle à suivre, ou une règle de groupe."),
        T.REFERENCE,
    ),
    _type(
        "stakeholder",
        "person",
        ("Stakeholder", "Stakeholders", "Those whom the work touches, as a kind, not as persons."),
        (
            "Intervenant",
            "Intervenants",
            "Ceux que les travaux touchent, par genre et non par personne.",
        ),
        T.REFERENCE,
    ),
)


def _ends(sources: tuple[Trait, ...], targets: tuple[Trait, ...]) -> Ends:
    return Ends(frozenset(sources), frozenset(targets))


def _link(
    role: LinkRole,
    en: tuple[str, str, str],
    fr: tuple[str, str, str],
    *ends: Ends,
    attributes: tuple[Attribute, ...] = (),
) -> LinkType:
    return LinkType(
        role.value,
        role,
        label=Text(en[0], fr[0]),
        inverse=Text(en[1], fr[1]),
        help=Text(en[2], fr[2]),
        ends=ends,
        attributes=attributes,
    )


_WHAT: Final = Attribute(
    "what",
    Kind.LOCALISED,
    Text("What", "Quoi"),
    Text(
        "What is done, or what the tie consists of.", "Ce qui est fait, ou en quoi tient le lien."
    ),
)
_LEVEL: Final = Attribute(
    "level",
    Kind.CHOICE,
    Text("Stated level", "Niveau énoncé"),
    Text("Only where somebody stated one.", "Seulement là où quelqu’un en a énoncé un."),
    COVERAGE_STEPS,
)
_EXTENT: Final = Attribute(
    "extent",
    Kind.CHOICE,
    Text("Extent", "Étendue"),
    Text("Whether it does support, or could.", "Si l’appui est réel ou possible."),
    choices([("does", "Does support", "Appuie"), ("could", "Could support", "Pourrait appuyer")]),
)

_LINK_TYPES: Final = (
    _link(
        LinkRole.PART_OF,
        ("is part of", "has part", "The whole that something belongs to."),
        ("fait partie de", "comprend", "L’ensemble auquel une chose appartient."),
        *(
            _ends((trait,), (trait,))
            for trait in (T.BODY, T.AXIS, T.AIM, T.WORK, T.OUTPUT, T.OUTCOME, T.TIME, T.PRIORITY)
        ),
        _ends((T.REFERENCE, T.DECISION, T.MEASURE), (T.REFERENCE, T.DECISION, T.MEASURE)),
    ),
    _link(
        LinkRole.OVERSEES,
        ("oversees", "is overseen by", "A body that watches over another one’s work."),
        ("supervise", "est supervisé par", "Un organe qui veille sur les travaux d’un autre."),
        _ends((T.BODY,), (T.BODY,)),
    ),
    _link(
        LinkRole.TIED_TO,
        ("is tied to", "has ties with", "A tie between the councils’ work and the outside."),
        ("est lié à", "a des liens avec", "Un lien entre les travaux des conseils et l’extérieur."),
        _ends((T.BODY, T.AXIS, T.PRIORITY), (T.OUTSIDE,)),
        attributes=(_WHAT,),
    ),
    _link(
        LinkRole.COVERS,
        ("works on", "is worked on by", "A group works in a focus area: what it does there."),
        (
            "travaille à",
            "est couvert par",
            "Un groupe travaille dans un domaine : ce qu’il y fait.",
        ),
        _ends((T.WORKS,), (T.AXIS,)),
        attributes=(_WHAT, _LEVEL),
    ),
    _link(
        LinkRole.IN_FOCUS_AREA,
        ("is in the area", "holds", "The focus area that something falls in."),
        ("relève de", "contient", "Le domaine d’intérêt dont une chose relève."),
        _ends((T.WORK, T.OUTPUT, T.OUTCOME, T.FACTOR, T.PRIORITY), (T.AXIS,)),
    ),
    _link(
        LinkRole.SERVES,
        ("serves", "is served by", "The aim that something is for."),
        ("sert", "est servi par", "La visée à laquelle une chose répond."),
        _ends((T.AXIS, T.OUTCOME, T.PRIORITY, T.AIM), (T.AIM,)),
    ),
    _link(
        LinkRole.CONTRIBUTES_TO,
        ("contributes to", "is reached through", "The result that something helps to bring about."),
        ("contribue à", "est atteint par", "Le résultat qu’une chose aide à atteindre."),
        _ends((T.WORK, T.OUTPUT, T.OUTCOME, T.PRIORITY), (T.OUTCOME,)),
    ),
    _link(
        LinkRole.SUPPORTS,
        ("supports", "is supported by", "Help that a body gives, or could give."),
        ("appuie", "est appuyé par", "L’aide qu’un organe apporte, ou pourrait apporter."),
        _ends((T.BODY,), (T.PRIORITY, T.WORK)),
        attributes=(_EXTENT,),
    ),
    _link(
        LinkRole.LEADS,
        ("leads", "is led by", "The body in charge of a priority, of work or of another body."),
        ("dirige", "est dirigé par", "L’organe chargé d’une priorité, de travaux ou d’un organe."),
        _ends((T.BODY,), (T.PRIORITY, T.WORK, T.BODY)),
    ),
    _link(
        LinkRole.TAKES_PART,
        ("takes part in", "has participant", "A body that takes part without leading."),
        ("participe à", "a pour participant", "Un organe qui participe sans diriger."),
        _ends((T.BODY,), (T.BODY, T.PRIORITY, T.WORK, T.MEETING)),
    ),
    _link(
        LinkRole.SITS_ON,
        ("sits on", "has seat", "The body that a seat is on."),
        ("siège à", "a pour siège", "L’organe où se trouve un siège."),
        _ends((T.SEAT,), (T.BODY,)),
    ),
    _link(
        LinkRole.REPRESENTS,
        ("represents", "is represented by", "The government that holds a seat."),
        ("représente", "est représenté par", "Le gouvernement qui tient un siège."),
        _ends((T.SEAT,), (T.GOVERNMENT,)),
    ),
    _link(
        LinkRole.PRODUCES,
        ("produces", "is produced by", "The deliverable that a body or work hands over."),
        ("produit", "est produit par", "Le livrable que remet un organe ou une activité."),
        _ends((T.BODY, T.WORK), (T.OUTPUT,)),
    ),
    _link(
        LinkRole.SAME_WORK_AS,
        ("is the same work as", "is the same work as", "One piece of work shown in two places."),
        (
            "est le même travail que",
            "est le même travail que",
            "Un travail montré à deux endroits.",
        ),
        _ends((T.WORK, T.OUTPUT), (T.WORK, T.OUTPUT)),
    ),
    _link(
        LinkRole.SCHEDULED_IN,
        ("is scheduled in", "schedules", "The period or phase in which something is to happen."),
        ("est prévu dans", "prévoit", "La période ou la phase où une chose doit avoir lieu."),
        _ends((T.BODY, T.WORK, T.TRANSITION, T.DECISION), (T.TIME,)),
    ),
    _link(
        LinkRole.DEPENDS_ON,
        ("depends on", "is needed by", "What must come first."),
        ("dépend de", "est requis par", "Ce qui doit venir d’abord."),
        _ends((T.WORK, T.OUTPUT, T.PRIORITY), (T.WORK, T.OUTPUT, T.PRIORITY)),
    ),
    _link(
        LinkRole.CONTINUES_AS,
        ("continues as", "continues", "The body that takes up a group’s work."),
        ("se poursuit comme", "prend la suite de", "L’organe qui reprend les travaux d’un groupe."),
        _ends((T.WORKS,), (T.WORKS,)),
    ),
    _link(
        LinkRole.CONCERNS,
        ("concerns", "is the subject of", "What a decision, transition or text is about."),
        (
            "concerne",
            "fait l’objet de",
            "Ce sur quoi porte une décision, une transition, un texte.",
        ),
        _ends((T.TRANSITION, T.DECISION, T.JUDGEMENT, T.REFERENCE, T.MEETING), ()),
    ),
    _link(
        LinkRole.ASSESSES,
        ("assesses", "is assessed by", "The body or area that a judgement is on."),
        ("évalue", "est évalué par", "L’organe ou le domaine que vise une appréciation."),
        _ends((T.JUDGEMENT,), (T.BODY, T.AXIS)),
    ),
    _link(
        LinkRole.MEASURES,
        ("measures", "is measured by", "What an indicator or a value tells about."),
        ("mesure", "est mesuré par", "Ce que montre un indicateur ou une valeur."),
        _ends((T.MEASURE,), (T.OUTCOME, T.OUTPUT, T.WORK, T.PRIORITY, T.AXIS, T.AIM, T.MEASURE)),
    ),
    _link(
        LinkRole.EVIDENCED_BY,
        ("is evidenced by", "is evidence for", "The reference that bears something out."),
        ("est attesté par", "atteste", "La référence qui étaye une chose."),
        _ends((), (T.REFERENCE,)),
    ),
    _link(
        LinkRole.DECIDED_AT,
        ("was put at", "dealt with", "The meeting at which something was put or decided."),
        ("a été soumis à", "a traité de", "La réunion où une chose a été soumise ou décidée."),
        _ends((T.DECISION,), (T.MEETING,)),
    ),
    _link(
        LinkRole.OVERLAPS_WITH,
        ("is said to overlap with", "is said to overlap with", "An overlap that a source states."),
        ("recouperait", "recouperait", "Un recoupement qu’une source énonce."),
        _ends((T.WORKS,), (T.WORKS,)),
        attributes=(_WHAT,),
    ),
)


def _in_order(entries: tuple[ElementType, ...]) -> tuple[ElementType, ...]:
    return tuple(replace(entry, order=10 * place) for place, entry in enumerate(entries, 1))


def _links_in_order(entries: tuple[LinkType, ...]) -> tuple[LinkType, ...]:
    return tuple(replace(entry, order=10 * place) for place, entry in enumerate(entries, 1))


KERNEL: Final = Metamodel.of(KERNEL_NUMBER, _in_order(_ELEMENT_TYPES), _links_in_order(_LINK_TYPES))
