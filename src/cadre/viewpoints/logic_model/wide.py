"""The logic model on paper: bands from the top down, and a column for each area."""

from __future__ import annotations

from cadre.viewpoints.frame import Frame
from cadre.viewpoints.logic_model import texts
from cadre.viewpoints.logic_model.columns import Columns
from cadre.viewpoints.logic_model.horizons import Horizons
from cadre.viewpoints.logic_model.model import Model
from cadre.viewpoints.logic_model.page import Drawing
from cadre.viewpoints.logic_model.plan import Plan
from cadre.viewpoints.logic_model.roof import Roof


def draw(model: Model, plan: Plan, frame: Frame) -> Drawing:
    """The drawing, once as tight as it gets and then with the height the paper has left."""
    first = _Page(model, plan, frame, 0.0).drawn()
    channels = max(1, len(model.horizons) + 1)
    left = frame.top + frame.spare - first.bottom
    if left <= 0:
        return first
    return _Page(model, plan, frame, min(left / (channels + 1), 52 * frame.sheet.scale)).drawn()


class _Page(Roof, Columns, Horizons):
    """All bands of one page. Made, drawn once and dropped."""

    def drawn(self) -> Drawing:
        """Every band from the top down."""
        if not self._model.empty:
            self._roof()
            self._strip(texts.PRINCIPLES, self._model.principles)
            if self._model.columns:
                self._heads()
            self._strip(texts.LAYERS, self._model.layers, outlined=True)
            if self._model.columns:
                self._works()
                self._own()
            for place, horizon in enumerate(self._model.horizons):
                self._horizon(place, horizon)
            self._strip(texts.OTHERS, self._model.others, gap=12)
        self._missing()
        self._out.bottom = self._y
        return self._out
