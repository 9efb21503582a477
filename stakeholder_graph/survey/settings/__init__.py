"""The survey settings: one model, read and written as TOML and as a workbook."""
