"""The few questions whose cost grows with the whole framework, each answered in one place.

They work on columns of row numbers and know nothing of types, words or settings: what may be
reached, in what order, how far work covers, which pairs share something, what differs. Each has two
implementations that give the same answer: plain Python, quickest while there are few pairs, and
`by_numpy` from `LARGE` pairs on. numpy is imported when it is first needed, and nowhere else.
"""
