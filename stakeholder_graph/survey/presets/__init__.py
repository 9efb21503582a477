"""Presets: sectors, outcomes, indicators, an agenda and questions to start from, as data files in two languages."""

from stakeholder_graph.survey.presets.preset import Phrase, Preset, PresetItem, read_preset, shipped_presets

__all__ = ["Phrase", "Preset", "PresetItem", "read_preset", "shipped_presets"]
