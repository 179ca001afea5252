"""The core of the Integriteitswijzer: Markdown sources in, checked and related pages out.

Data flows one way: ``load`` -> ``model`` -> ``rules`` -> ``relations`` -> ``pages``.
Nothing in this package but ``mkdocs_adapter`` knows a renderer.
"""
