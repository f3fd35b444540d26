"""Scenes as slides of PowerPoint: shapes, texts and connectors that whoever gets them can edit."""

from cadre.render.slides.picture import pptx_file

__all__ = ["pptx_file"]
