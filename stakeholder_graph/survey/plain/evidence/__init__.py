"""What people decide of the rows of rubrics: evidence.csv and the evidence sheet."""
