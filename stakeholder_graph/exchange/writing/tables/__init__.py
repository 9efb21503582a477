"""Formats that are tables: a row an organization, a row a connection."""
