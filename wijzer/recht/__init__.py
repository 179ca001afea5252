"""The words of the law: official texts as data of the project, and where they come from.

Data: ``passages`` (what a text is) · ``lines`` (the file of one text, sealed) · ``store`` (the
folder ``regelgeving/teksten/``) · ``history`` (the texts of an earlier version, from Git) ·
``missing`` (why a citation has no words) · ``diff`` (what changed between two texts).

Fetching: ``access`` (the one source that is spoken to) · ``fetch`` (from there to a text) ·
``manifest``, ``wti``, ``toestand``, ``cvdr`` (the four kinds of official file) · ``body``,
``article`` (from XML to passages) · ``xml`` (reading it safely).
"""
