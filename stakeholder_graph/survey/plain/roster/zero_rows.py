"""Asking whether those who name nobody answered, where a survey has several waves and nothing says who did."""

from collections.abc import Iterable

from stakeholder_graph.frames.rows import SurveyRows
from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.model.survey import LayerInfo
from stakeholder_graph.text import _, _n, listing

#: As many names are listed.
_MOST_NAMES = 8


def ask_about_zero_rows(layers: Iterable[LayerInfo], rows: SurveyRows, file: str, inspection: Inspection) -> None:
    """Ask of each wave whether the organizations that name nobody in it answered.

    A report of one wave counts all as having answered, and says so; it is no draft for it.

    Parameters
    ----------
    layers : iterable of LayerInfo
        Those of the survey. Where ties have no direction, an organization with one is named by itself.
    rows : SurveyRows
        With ties and who was asked.
    file : str
        Where the ties stand.
    inspection : Inspection
        Takes the questions. None where there is one wave: then nothing is compared, and all count as having answered.
    """
    open_to_all = {info.name: info.directed for info in layers if not info.asked_of}
    listed: dict[str, dict[str, None]] = {}
    for wave, organization in rows.records("asked", "wave", "organization"):
        listed.setdefault(wave, {})[organization] = None
    naming: dict[str, set[str]] = {wave: set() for wave in listed}
    for wave, layer, origin, target in rows.records("ties", "wave", "layer", "from", "to"):
        if layer in open_to_all:
            naming.setdefault(wave, set()).update((origin,) if open_to_all[layer] else (origin, target))
    if len(listed) < 2:
        return
    for wave, organizations in listed.items():
        silent = [name for name in organizations if name not in naming[wave]]
        if silent and naming[wave]:
            shown = [*silent[:_MOST_NAMES], "…"] if len(silent) > _MOST_NAMES else silent
            inspection.advise(
                _n(
                    "Did it answer? In the wave “{wave}” {count} organization names nobody, and nothing says who "
                    "answered: {names}. Where waves are compared, what it would have said counts as not known.",
                    "Did they answer? In the wave “{wave}” {count} organizations name nobody, and nothing says who "
                    "answered: {names}. Where waves are compared, what they would have said counts as not known.",
                    len(silent),
                    wave=wave,
                    names=listing(shown) if len(shown) == len(silent) else ", ".join(shown),
                ),
                _("Say who answered in {asked}, with the columns organization, wave and answered.",
                  asked=inspection.list_name("asked")),
                file,
            )  # fmt: skip
