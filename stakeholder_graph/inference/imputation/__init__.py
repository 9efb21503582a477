"""What those who did not answer might have answered: multiple imputation of unobserved dyads."""
