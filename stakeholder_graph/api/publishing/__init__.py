"""Reports and maps for the desk and for others, and whether a report can be made again."""
