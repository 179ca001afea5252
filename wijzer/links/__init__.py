"""Verifying links in three layers: inside the site, legal addresses, and outside.

``page`` reads one HTML page · ``site`` knows what a built site holds · ``inside`` is layer 1 ·
``references`` is layer 2 · ``outside`` (with ``linkchecker``, ``verdict``) is layer 3 ·
``state`` is what the last visits found · ``hosts`` is the list of allowed websites.
"""
