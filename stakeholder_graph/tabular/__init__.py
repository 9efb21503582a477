"""Bytes to rows and rows to bytes: encodings, delimited text, workbooks, archives; knows nothing of surveys."""
