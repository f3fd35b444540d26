"""A native chart of a slide, with its numbers in a workbook that whoever gets it can edit."""

from __future__ import annotations

from typing import Any, Final

from cadre.render.slides.markup import emu
from cadre.viewpoints.briefing.model import Bars
from cadre.viewpoints.scene import INK, INK_2, Rect
from cadre.viewpoints.tokens import colour, contrast

_SIZE: Final = 11
_FONT: Final = "Noto Sans"


def add_chart(slide: Any, bars: Bars, rect: Rect) -> None:
    """Stacked bars in the room given."""
    from pptx.chart.data import CategoryChartData
    from pptx.dml.color import RGBColor
    from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION
    from pptx.util import Pt

    # python-pptx types its charts in part only.
    made: Any = RGBColor.from_string
    new: Any = CategoryChartData

    def rgb(value: str) -> Any:
        return made(value[1:])

    data = new(number_format="0;;")
    data.categories = bars.categories
    for one in bars.series:
        data.add_series(one.name, one.values)
    place = (emu(rect.x), emu(rect.y), emu(rect.width), emu(rect.height))
    frame = slide.shapes.add_chart(XL_CHART_TYPE.BAR_STACKED, *place, data)
    frame.element.nvGraphicFramePr.cNvPr.set("descr", _told(bars))
    chart = frame.chart
    chart.font.size, chart.font.name = Pt(_SIZE), _FONT
    chart.font.color.rgb = rgb(colour(INK))
    chart.has_title = False
    chart.has_legend = len(bars.series) > 1
    if chart.has_legend:
        chart.legend.position = XL_LEGEND_POSITION.BOTTOM
        chart.legend.include_in_layout = False
    chart.category_axis.reverse_order = True
    chart.category_axis.format.line.color.rgb = rgb(colour(INK_2))
    chart.category_axis.has_major_gridlines = False
    chart.value_axis.visible = False
    chart.value_axis.has_major_gridlines = False
    plot = chart.plots[0]
    plot.gap_width, plot.overlap = 45, 100
    for series, one in zip(plot.series, bars.series, strict=True):
        value = colour(one.paint)
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = rgb(value)
        labels = series.data_labels
        labels.show_value, labels.number_format = True, "0;;"
        labels.number_format_is_linked = False
        labels.font.size, labels.font.bold = Pt(_SIZE), True
        inks = (colour(INK), "#FFFFFF")
        labels.font.color.rgb = rgb(max(inks, key=lambda ink: contrast(ink, value)))


def _told(bars: Bars) -> str:
    """What the chart shows, category by category."""
    parts = []
    for at, category in enumerate(bars.categories):
        counts = ", ".join(f"{it.name} {it.values[at]:g}" for it in bars.series if it.values[at])
        parts.append(f"{category}: {counts or 0}")
    return f"{bars.name}. {'; '.join(parts)}."
