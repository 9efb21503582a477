"""Who connects organizations that would otherwise have no link."""
