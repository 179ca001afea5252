"""Whom to turn to, on paper: an A4 poster and a sheet of wallet cards, as PDF.

``content`` (what stands on them) -> ``wijzer.cards.compile`` (Typst makes the PDF) -> ``files``.
"""
