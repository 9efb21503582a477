"""How the work is divided among the cores of a computer."""
