"""Reading sources from disk: raw values with line numbers, nothing interpreted yet."""
