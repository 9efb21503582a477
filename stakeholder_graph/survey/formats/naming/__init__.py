"""Columns of exports that hold names: of rows, and of organizations that several columns ask about."""
