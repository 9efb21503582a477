"""Answers in exports of survey tools: questions, rosters and names."""
