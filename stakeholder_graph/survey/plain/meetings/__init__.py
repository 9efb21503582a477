"""What a meeting leaves in the folder: commitments, and what partners say is wrong. Neither answers the survey."""
