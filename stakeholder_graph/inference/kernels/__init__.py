"""Loops that numba can compile, for whoever chooses so: the same loop runs either way, and gives the same numbers."""
