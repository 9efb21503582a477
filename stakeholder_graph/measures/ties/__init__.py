"""The ties themselves: how strong, returned, trusted."""
