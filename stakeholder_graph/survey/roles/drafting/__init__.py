"""Drafting the settings of folders with more than plain tables: decided roles, tables beside an export, networks."""
