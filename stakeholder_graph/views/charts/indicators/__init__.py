"""Charts of indicators: a row an indicator over time, a row a gap between two groups, a funnel of places."""
