"""Pictures as slides that a person rearranges: native shapes, glued connectors, real text."""

from cadre.render.slides.deck import pptx_file

__all__ = ["pptx_file"]
