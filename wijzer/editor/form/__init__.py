"""A form in the browser for every source: what it asks, and how an answer becomes text again."""
