"""The ground: what a survey, a finding and a problem are; everything else stands on it."""
