"""Cells in and out: the one place where text meets a spreadsheet."""
