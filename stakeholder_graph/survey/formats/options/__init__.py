"""Options of lists: told apart in a cell, ticked or typed in, and those that stand for nothing on the list."""
