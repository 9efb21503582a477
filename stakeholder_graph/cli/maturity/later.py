"""What is still to come once the settings are written: the evidence sheet."""

from pathlib import Path

from stakeholder_graph.text import _
from stakeholder_graph.text.commands import quoted


def evidence_sheet_later(folder: Path) -> str:
    """Say in one line how to get the evidence sheet.

    Parameters
    ----------
    folder : Path
        Of the partnership.

    Examples
    --------
    >>> evidence_sheet_later(Path("survey"))
    'Once answers are in, decide what your partnership can show: stakeholder-graph maturity survey --draft'
    """
    return _(
        "Once answers are in, decide what your partnership can show: stakeholder-graph maturity {folder} --draft",
        folder=quoted(folder),
    )
