"""Links join rows by number; what says nothing is absent; editions are frozen as columns."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import OuterRef, Subquery


def _number_ends(apps, _schema):
    elements = apps.get_model("store", "ElementRow").objects
    links = apps.get_model("store", "LinkRow").objects

    def row_of(end):
        found = elements.filter(framework_id=OuterRef("framework_id"), key=OuterRef(end))
        return Subquery(found.values("id")[:1])

    links.update(source_row_id=row_of("source"), target_row_id=row_of("target"))
    links.filter(values={}).update(values=None)


def _freeze_editions(apps, _schema):
    from cadre.exchange.framework_json import framework_from_json
    from cadre.store.frozen import frozen

    for row in apps.get_model("store", "StateRow").objects.filter(kind="edition").iterator():
        pieces = frozen(framework_from_json(row.changes))
        row.columns, row.values, row.changes = pieces.columns, pieces.values, None
        row.save()


class Migration(migrations.Migration):
    dependencies = [("store", "0001_first")]

    operations = [
        # Links.
        migrations.AddField(
            "linkrow",
            "source_row",
            models.ForeignKey(
                "store.elementrow",
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
            ),
        ),
        migrations.AddField(
            "linkrow",
            "target_row",
            models.ForeignKey(
                "store.elementrow",
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
            ),
        ),
        migrations.AlterField("linkrow", "values", models.JSONField(null=True)),
        migrations.RunPython(_number_ends, migrations.RunPython.noop),
        migrations.RemoveConstraint("linkrow", "link_once"),
        migrations.RemoveField("linkrow", "source"),
        migrations.RemoveField("linkrow", "target"),
        migrations.RenameField("linkrow", "source_row", "source"),
        migrations.RenameField("linkrow", "target_row", "target"),
        migrations.AlterField(
            "linkrow",
            "source",
            models.ForeignKey(
                "store.elementrow",
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
            ),
        ),
        migrations.AlterField(
            "linkrow",
            "target",
            models.ForeignKey(
                "store.elementrow",
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
            ),
        ),
        migrations.AddConstraint(
            "linkrow",
            models.UniqueConstraint(
                fields=("framework", "type", "source", "target"), name="link_once"
            ),
        ),
        # Editions and scenarios.
        migrations.RenameField("staterow", "content", "changes"),
        migrations.AlterField("staterow", "changes", models.JSONField(null=True)),
        migrations.AddField("staterow", "columns", models.BinaryField(null=True)),
        migrations.AddField("staterow", "values", models.BinaryField(null=True)),
        migrations.RunPython(_freeze_editions, migrations.RunPython.noop),
    ]
