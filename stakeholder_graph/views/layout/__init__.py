"""Where organizations stand on the map."""
