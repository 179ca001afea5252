"""A site is one whole: locked while it is made, put in place in one step, told apart by hashes."""
