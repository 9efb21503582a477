"""Checks of what a copy says before it is written, beside the search of its files."""
