"""Figures of one indicator by place: what is expected of each, who stands out, and what these do."""
