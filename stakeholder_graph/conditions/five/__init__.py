"""What stands on the page of the five conditions: of each condition a few counts, and what nobody has told yet."""
