"""Change between two waves by one rule: on dyads known both times, since fewer answers show fewer ties."""
