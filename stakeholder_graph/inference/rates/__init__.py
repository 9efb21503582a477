"""Statistics of shares by year, group and place: intervals, trends, and places that do better than expected."""
