"""What changed in the pages and when, read from Git and told in the words of a reader."""
