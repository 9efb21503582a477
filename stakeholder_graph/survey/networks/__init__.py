"""Network files as plain tables: organizations and ties, read and then treated as if somebody had written them."""
