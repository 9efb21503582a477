"""What the questionnaire says in its own words: messages of the catalogue, put into the language that is spoken."""
