"""What commands print: tables of text, and how far things are."""
