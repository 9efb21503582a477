"""Every name that exports hold, with the role in which it is written, to be resolved against the roster."""

from collections.abc import Iterable

import pandas as pd

from stakeholder_graph.survey.exports.questions import Export
from stakeholder_graph.survey.names.resolution import ASKED_ABOUT, NAMED, RESPONDENT, WRITTEN


def written_names(exports: Iterable[Export]) -> pd.DataFrame:
    """Gather every name that an export holds.

    Parameters
    ----------
    exports : iterable of Export
        With their waves.

    Returns
    -------
    DataFrame
        Columns as in `WRITTEN`; `by` is who wrote the name.
    """
    frames = []
    heard: set[tuple[str, str]] = set()
    for export in exports:
        about = {"wave": export.wave, "file": export.file}
        if (export.wave, export.file) not in heard:
            heard.add((export.wave, export.file))
            who = export.respondents
            own = {"text": who, "role": RESPONDENT, "row": who.index, "column": "", "by": who}
            frames.append(pd.DataFrame(own).assign(**about))
        if export.question.kind != "tie":
            continue
        if not export.named:
            items = pd.DataFrame({"text": export.items, "role": ASKED_ABOUT, "column": export.items.index, "by": ""})
            frames.append(items.assign(row=0, **about))
            continue
        for column in export.part.question(export.question.partners):
            texts = export.part.texts(column)
            rows = export.part.respondent
            frame = pd.DataFrame({"text": texts, "role": NAMED, "row": rows, "column": column.header})
            frame["by"] = rows.map(export.respondents)
            frames.append(frame[(texts != "") & frame["by"].notna()].assign(**about))
    if not frames:
        return pd.DataFrame({column: pd.Series(dtype="str") for column in WRITTEN})
    return pd.concat(frames, ignore_index=True)[list(WRITTEN)]
