"""The community: what is counted for it, and never a name."""
