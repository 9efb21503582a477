"""What the text of a single cell says: that something is not known, or a date that was a range."""
