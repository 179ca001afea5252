"""Dilemmas on paper: cards, a booklet for the leader and a sheet for participants, as PDF.

``card`` (what stands on a card) -> ``deck`` (which cards, which form) -> ``fit`` (which type
size) -> ``typst_input`` (JSON) -> ``compile`` (Typst makes the PDF) -> ``downloads`` (the site).
"""
