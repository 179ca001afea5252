"""Search: what the index must know about each page, and the worker that searches it."""
