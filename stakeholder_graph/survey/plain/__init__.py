"""Plain files: one reader for each table that a folder may hold."""
