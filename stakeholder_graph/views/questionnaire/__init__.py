"""The survey itself: the same questions as a form for survey tools, on paper, and the invitation to it."""
