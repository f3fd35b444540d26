"""Other people's tables into a framework, by mappings: what becomes what is data, not code.

A mapping is one TOML file (docs/developer/add-a-mapping.md). Those that ship stand in this folder.
"""

from cadre.exchange.mappings.conversion import Converted, convert
from cadre.exchange.mappings.reading import mapping_names, open_mapping, read_mapping

__all__ = ["Converted", "convert", "mapping_names", "open_mapping", "read_mapping"]
