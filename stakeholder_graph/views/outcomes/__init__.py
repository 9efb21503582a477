"""What the sheet of an outcome says, for the report and for posters."""
