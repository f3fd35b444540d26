"""Tables and nothing else. Each carries the key of its framework, so that it can be parted by it.

A class ends in `Row`, so that `Element` is always the value. What may stand in a row is for the
core to say; the constraints here only keep what identifies a thing from standing twice.
"""

from __future__ import annotations

from django.db import models

from cadre.analysis.primitives.reading import SPAN


class FrameworkRow(models.Model):
    """One framework: its types, its settings, and how far its journal has come."""

    key = models.CharField(max_length=120, primary_key=True)
    revision = models.PositiveBigIntegerField()
    head = models.CharField(max_length=64)
    types = models.JSONField()
    settings = models.JSONField()

    class Meta:
        db_table = "cadre_framework"


class ElementRow(models.Model):
    """One element of `current`."""

    framework = models.ForeignKey(FrameworkRow, on_delete=models.PROTECT, db_index=False)
    key = models.CharField(max_length=120)
    values = models.JSONField()

    class Meta:
        db_table = "cadre_element"
        constraints = [models.UniqueConstraint(fields=["framework", "key"], name="element_once")]


class LinkRow(models.Model):
    """One link of `current`. `values` is absent where it says nothing, as most links do.

    `ends` is both ends in one number: its one constraint is an index from which all links are read
    without looking at a row, and one number is read in less time than two (`columns.py`). The
    database could make it itself; SQLite would then look at the rows all the same.
    """

    framework = models.ForeignKey(FrameworkRow, on_delete=models.PROTECT, db_index=False)
    type = models.CharField(max_length=120)
    source = models.ForeignKey(ElementRow, on_delete=models.DO_NOTHING, related_name="+")
    target = models.ForeignKey(ElementRow, on_delete=models.DO_NOTHING, related_name="+")
    values = models.JSONField(null=True)
    ends = models.BigIntegerField()

    class Meta:
        db_table = "cadre_link"
        constraints = [
            models.UniqueConstraint(fields=["framework", "type", "ends"], name="link_once"),
            models.CheckConstraint(
                condition=models.Q(ends=models.F("source") * SPAN + models.F("target")),
                name="link_ends",
            ),
        ]


class StateRow(models.Model):
    """An edition, frozen whole (`frozen.py`), or a scenario, as its change list on a base."""

    framework = models.ForeignKey(FrameworkRow, on_delete=models.PROTECT, db_index=False)
    key = models.CharField(max_length=120)
    kind = models.CharField(max_length=20)
    heading = models.JSONField()
    changes = models.JSONField(null=True)
    columns = models.BinaryField(null=True)
    values = models.BinaryField(null=True)

    class Meta:
        db_table = "cadre_state"
        constraints = [models.UniqueConstraint(fields=["framework", "key"], name="state_once")]


class JournalRow(models.Model):
    """One change set, chained to the one before. Rows are added; none is changed or taken away."""

    framework = models.ForeignKey(FrameworkRow, on_delete=models.PROTECT, db_index=False)
    number = models.PositiveBigIntegerField()
    at = models.DateTimeField()
    author = models.CharField(max_length=200)
    reason = models.TextField()
    parts = models.JSONField()
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        db_table = "cadre_journal"
        ordering = ["framework", "number"]
        constraints = [
            models.UniqueConstraint(fields=["framework", "number"], name="change_set_once")
        ]
