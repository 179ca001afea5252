"""What HTML may stand on the site: one list, read with one parser, for the check and the build.

``allowed`` is the list, ``address`` says what a link may look like, ``judge`` holds an element
against both, ``page`` reads a page or a piece of one, and ``published`` looks at all files.
"""
