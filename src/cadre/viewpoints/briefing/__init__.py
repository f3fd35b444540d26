"""The standard briefing: what a framework says in one state, as about fifteen slides."""

from cadre.viewpoints.briefing.content import briefing
from cadre.viewpoints.briefing.model import Bars, Briefing, Cards, Drawing, Grid, Slide

__all__ = ["Bars", "Briefing", "Cards", "Drawing", "Grid", "Slide", "briefing"]
