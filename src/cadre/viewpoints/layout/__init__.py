"""Where things go: order, tracks, places. Numbers in, numbers out; no framework in here."""
