"""The page of the five conditions of collective impact: their words, their small pictures, and what stands beside."""
