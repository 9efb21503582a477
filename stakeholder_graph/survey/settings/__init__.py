"""The survey settings: one model, read and written as text (TOML) and as a workbook.

`model` is what settings say, `elements` what they are made of; `read_toml` and `workbook.read` read them, and
`mistakes` puts into words what is wrong with them. A new setting is a field of `model` and, for the workbook,
a column or a fact in `workbook.sheets`. `drafting` guesses settings from exports.
"""
