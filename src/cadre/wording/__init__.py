"""Sentences from `Text`, as English and French write them: plurals, lists, dates, typography."""

from cadre.wording.sentences import Wording, wording

__all__ = ["Wording", "wording"]
