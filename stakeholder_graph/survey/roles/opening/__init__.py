"""Opening the tables of a folder: headers, row numbers, totals and notes, whatever the table holds."""
