"""What the partnership gives to its pages, as pages show it: a logo, colours of sectors, and paragraphs of its own."""
