"""Files and folders on disk: written whole or not at all, and nothing that people put there is lost."""
