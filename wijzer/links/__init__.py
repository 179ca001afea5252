"""Verifying links in three layers: inside the site, legal addresses, and outside.

``page`` reads one HTML page · ``site`` knows what a built site holds · ``inside`` is layer 1 ·
``references`` is layer 2 · ``outside`` is layer 3: ``client`` visits (with ``request``, ``net``
and ``answer``), ``verdict`` judges a ``visit`` · ``linkchecker`` is a second opinion on layer 1 ·
``hosts`` is the list of allowed websites.
"""
