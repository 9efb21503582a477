"""The survey settings: one model, read and written as text (TOML) and as a workbook.

`model` is what settings say, `location` where each of them stands; `read_toml` and `workbook.read` read them. A new
setting is a field of `model` and, for the workbook, a column or a fact in `workbook.sheets`. `drafting` guesses
settings from exports.
"""
