"""All addresses: those of the pages, and what answers when something fails."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [path("", include("cadre.web.urls"))]

handler400 = "cadre.web.views.faults.bad_request"
handler403 = "cadre.web.views.faults.not_allowed"
handler404 = "cadre.web.views.faults.not_found"
handler500 = "cadre.web.views.faults.broken"
