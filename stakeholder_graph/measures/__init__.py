"""Measures: a graph in, value and tables out; one measure a file, registered by its decorator."""
