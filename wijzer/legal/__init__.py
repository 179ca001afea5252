"""Legal references as typed, immutable values: parse, check, normalise, print, link.

``identifiers`` (BWB, CVDR, CELEX/ELI, ECLI, publications) · ``place`` (where in a text) ·
``prose`` (Dutch legal style) · ``jci`` (Juriconnect) · ``urls`` (addresses, both ways) ·
``register`` (the articles that pages in ``regelgeving/`` declare).
"""
