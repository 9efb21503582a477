"""Tables of organizations by outcomes: drawn at random, and clustered."""
