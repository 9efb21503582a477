"""The workbook partnership.xlsx: the survey settings in sheets that a backbone director fills in with dropdowns."""
