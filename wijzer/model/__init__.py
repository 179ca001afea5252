"""The kinds of pages, typed: what an editor may write, and what it means."""
