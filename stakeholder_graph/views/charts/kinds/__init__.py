"""Kinds of charts, one a file: each takes rows that say what stands out, and draws itself for a page or for a phone."""
