"""Who is at the table, who answered, and who is missing."""
