"""Names as written, resolved against the roster."""
