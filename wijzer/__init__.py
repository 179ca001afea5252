"""The core of the Integriteitswijzer: Markdown sources in, checked and related pages out.

Data flows one way, from the bottom of the drawing in ARCHITECTUUR.md to the top.
Nothing in this package imports a renderer of sites but the modules ``wijzer.app.mkdocs_*``.
"""
