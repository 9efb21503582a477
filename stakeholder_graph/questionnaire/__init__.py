"""The survey itself, written from the settings, in the form that each survey tool takes."""
