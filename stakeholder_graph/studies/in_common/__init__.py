"""What two organizations have in common: each thing with its tests under both null models."""
