"""Frameworks in and out of files: any format in, any format out, nothing half-read."""

from cadre.exchange.document import digest, digest_of_states
from cadre.exchange.formats import FORMATS, Format, LossReport, read, write

__all__ = ["FORMATS", "Format", "LossReport", "digest", "digest_of_states", "read", "write"]
