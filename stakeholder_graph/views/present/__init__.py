"""Presenting to a room: one story as a page, as posters and as slides, and a sheet to collect corrections."""
