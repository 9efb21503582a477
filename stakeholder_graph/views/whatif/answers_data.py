"""What could come of answers, as data: JSON for programs, CSV for spreadsheets."""

import json

from stakeholder_graph import __version__
from stakeholder_graph.measures._registry import measures
from stakeholder_graph.studies.whatif import ComingAnswers
from stakeholder_graph.views.findings_data import rows_as_csv
from stakeholder_graph.views.whatif.whatif_data import rounded

#: What a line says of a measure.
COLUMNS = ("id", "name", "layers", "unit", "before", "after_low", "after_high")


def answers_json(coming: ComingAnswers) -> str:
    """Write what could come of answers as one JSON document.

    Parameters
    ----------
    coming : ComingAnswers
        Any.

    Returns
    -------
    str
        With a line break at the end. ``after`` is null, since nobody knows the answers; ``after_range`` is where it
        would likely be.
    """
    document = {
        "schema": 1,
        "version": __version__,
        "wave": coming.wave,
        "answers": list(coming.who),
        "reason": coming.reason,
        "findings": [
            {
                "id": f"{value.name}/{coming.layer}/{coming.wave}",
                "before": rounded(value.before),
                "after": None,
                "after_range": None if value.after is None else [rounded(end) for end in value.after],
            }
            for value in coming.values
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def answers_csv(coming: ComingAnswers) -> str:
    """Write one line for each measure, safe to open in a spreadsheet.

    Parameters
    ----------
    coming : ComingAnswers
        Any.

    Examples
    --------
    >>> from stakeholder_graph.studies.whatif import AnsweredValue
    >>> said = ComingAnswers(("Clinic",), "2025", "contact", (AnsweredValue("density", 0.25, (0.2, 0.5)),))
    >>> print(answers_csv(said), end="")
    id,name,layers,unit,before,after_low,after_high
    density/contact/2025,density,contact,share,0.25,0.2,0.5
    """
    rows = [
        (
            f"{value.name}/{coming.layer}/{coming.wave}",
            value.name,
            coming.layer,
            measures()[value.name].unit,
            rounded(value.before),
            *((None, None) if value.after is None else map(rounded, value.after)),
        )
        for value in coming.values
    ]
    return rows_as_csv(COLUMNS, rows)
