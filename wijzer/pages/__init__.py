"""From related documents to complete Markdown pages that any renderer shows."""
