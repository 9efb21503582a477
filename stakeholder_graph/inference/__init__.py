"""Null models and multiple imputation: what chance, or those who did not answer, could make of a statistic."""
