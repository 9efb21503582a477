"""Children's results side by side: indicators with their gaps and bright spots, and all of them in one count."""
