"""Whether ties cross sectors or stay within them."""
