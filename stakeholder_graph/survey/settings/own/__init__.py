"""What a partnership gives to its pages: as settings spell it, and read against the survey and the folder."""
