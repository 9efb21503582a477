"""What two organizations have in common, with tests under both null models: ties, traits, offers that meet needs."""
