"""Bytes to rows and rows to bytes: encodings, delimited text, workbooks, archives; knows nothing of surveys."""

#: Rows of text cells, as a file has them; rows may differ in length.
TextRows = list[list[str]]
