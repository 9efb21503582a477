"""Agreement with the common agenda."""
