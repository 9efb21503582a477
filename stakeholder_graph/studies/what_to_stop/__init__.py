"""What to stop: what takes time and may do little that is not done otherwise. Questions, never verdicts."""

from stakeholder_graph.studies.what_to_stop.candidate import Candidate, StopKind
from stakeholder_graph.studies.what_to_stop.candidates import what_to_stop

__all__ = ["Candidate", "StopKind", "what_to_stop"]
