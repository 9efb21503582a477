"""Introductions: which pairs of organizations to introduce to each other, within everybody's hours."""
