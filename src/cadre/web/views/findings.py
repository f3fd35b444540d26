"""The check: findings, the rules behind them, and what is uncertain."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from cadre.core.finding import Severity
from cadre.services import findings as service
from cadre.services import list_tables, pictures
from cadre.services import uncertain as doubts
from cadre.web.addresses import with_query
from cadre.web.markup.queries import page_asked
from cadre.web.take_away import list_file
from cadre.web.visit import Visit, in_framework


@require_safe
@in_framework("findings")
def listed(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The findings, by rule, as narrowed by the query."""
    asked = request.GET.getlist("severity")
    query = service.Query(
        severities=tuple(one for one in Severity if one in asked),
        family=request.GET.get("family", ""),
        subject=request.GET.get("subject", ""),
        type=request.GET.get("type", ""),
        rule=request.GET.get("rule", ""),
        page=page_asked(request),
    )
    file = list_file(
        request,
        visit,
        "findings",
        lambda: list_tables.of_findings(service.listed_whole(visit.opened, query)),
    )
    if file:
        return file
    context = {"listing": service.listed(visit.opened, query), "query": query}
    return visit.show("cadre/findings.html", context)


@require_safe
@in_framework("finding")
def explained(request: HttpRequest, visit: Visit, code: str) -> HttpResponse:
    """One finding: why it matters, what it rests on, how to mend it, where to see it."""
    found = service.explained(visit.opened, code, page_asked(request))
    file = list_file(
        request, visit, f"finding-{code}", lambda: list_tables.of_subjects(found.finding)
    )
    if file:
        return file
    keys = [one.key for one in found.finding.subjects]
    views = [
        (one, with_query(visit.to(f"see-{one.id}"), lit=code))
        for one in pictures.offered(visit.opened)
        if pictures.shows(visit.opened, one.id, keys, visit.language)
    ]
    return visit.show("cadre/finding.html", {"found": found, "views": views})


@require_safe
@in_framework("rules")
def rules(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Every rule, with what it finds in this state."""
    found = service.rules(visit.opened)
    file = list_file(request, visit, "rules", lambda: list_tables.of_rules(found))
    return file or visit.show(
        "cadre/rules.html",
        {"rules": found, "firing": sum(1 for one in found if one.count)},
    )


@require_safe
@in_framework("rule")
def rule(request: HttpRequest, visit: Visit, code: str) -> HttpResponse:
    """One rule: what it asks, why, how to mend, its numbers, and what it finds here."""
    shown, accepted = service.rule(visit.opened, code, page_asked(request))
    settings = visit.opened.framework.settings
    thresholds = [
        (one.label, settings.threshold(one.name, one.default)) for one in shown.rule.thresholds
    ]
    context = {
        "shown": shown,
        "rule": shown.rule,
        "accepted": accepted,
        "thresholds": thresholds,
    }
    return visit.show("cadre/rule.html", context)


@require_safe
@in_framework("uncertain")
def uncertain(request: HttpRequest, visit: Visit) -> HttpResponse:
    """All that is not stated in so many words, with source and note."""
    of, certainty = request.GET.get("of", ""), request.GET.get("certainty", "")
    file = list_file(
        request,
        visit,
        "uncertain",
        lambda: list_tables.of_doubts(doubts.uncertain_whole(visit.opened, of, certainty)),
    )
    if file:
        return file
    found = doubts.uncertain(visit.opened, of, certainty, page_asked(request))
    return visit.show("cadre/uncertain.html", {"doubts": found})
