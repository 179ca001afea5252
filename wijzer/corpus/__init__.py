"""All sources together: typed, related, with what a macro, a register and a path make of them."""
