"""Drafts the survey settings from an export: guesses, the workbook they stand in, and the decisions made in it."""
