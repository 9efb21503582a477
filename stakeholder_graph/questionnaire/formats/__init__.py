"""What a questionnaire is written as: a form for a survey tool, a page to print, an invitation."""
