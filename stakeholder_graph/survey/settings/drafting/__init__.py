"""Drafts survey settings from the exports of survey tools."""
