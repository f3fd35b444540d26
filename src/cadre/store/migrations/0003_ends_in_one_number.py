"""Both ends of a link in one number too, by which all links are read."""

from django.db import migrations, models

_SPAN = 2147483648


def _join_ends(apps, _schema):
    links = apps.get_model("store", "LinkRow").objects
    links.update(ends=models.F("source_id") * _SPAN + models.F("target_id"))


class Migration(migrations.Migration):
    dependencies = [("store", "0002_links_by_number_editions_frozen")]

    operations = [
        migrations.RemoveConstraint("linkrow", "link_once"),
        migrations.AddField("linkrow", "ends", models.BigIntegerField(null=True)),
        migrations.RunPython(_join_ends, migrations.RunPython.noop),
        migrations.AlterField("linkrow", "ends", models.BigIntegerField()),
        migrations.AddConstraint(
            "linkrow",
            models.UniqueConstraint(fields=("framework", "type", "ends"), name="link_once"),
        ),
        migrations.AddConstraint(
            "linkrow",
            models.CheckConstraint(
                condition=models.Q(ends=models.F("source") * _SPAN + models.F("target")),
                name="link_ends",
            ),
        ),
    ]
