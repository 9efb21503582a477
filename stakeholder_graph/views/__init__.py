"""Views draw what an edition lets them see, and compute nothing."""
