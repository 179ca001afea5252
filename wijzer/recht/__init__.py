"""The words of the law: official texts as data of the project, and where they come from.

``passages`` (what a text is) · ``lines`` (the file of one text) · ``store`` (the folder
``regelgeving/teksten/``) · ``missing`` (why a citation has no words).
"""
