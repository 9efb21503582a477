"""Takes a statistic and says what chance, or those who did not answer, could make of it."""
