"""Studies of single outcomes: how those who work on one are tied, and a sheet for each."""
