"""The one reader of Markdown: what the site's own renderer sees, with the lines of the file.

``limits`` refuses what would be too much for the renderer, ``marks`` puts marks in the text that
come back in the tree of the renderer, ``reading`` takes links, headings and ids from that tree,
and ``rewrite`` changes where links lead.  ``body`` is what the rest of the project holds.
"""
