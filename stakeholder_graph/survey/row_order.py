"""The order of rows: that of answers follows from what they say, never from where they stood in a file."""

from collections.abc import Sequence
from functools import cache

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from stakeholder_graph.frames import empty_frame
from stakeholder_graph.model.survey import COLUMNS, LayerInfo, Wave
from stakeholder_graph.survey.names.normalization import natural

#: Lists whose order their author chose, such as outcomes from cradle to career.
AS_GIVEN = frozenset({"items", "steps", "sectors", "indicators", "strategies", "evidence"})


def in_order(frame: pd.DataFrame, family: str, waves: Sequence[Wave], layers: Sequence[LayerInfo]) -> pd.DataFrame:
    """Bring a frame of a `Survey` into its order, with the types of its columns.

    Parameters
    ----------
    frame : DataFrame
        In any order.
    family : str
        A key of `COLUMNS`.
    waves : sequence of Wave
        Oldest first.
    layers : sequence of LayerInfo
        In the order in which they are shown.

    Returns
    -------
    DataFrame
        By wave, by layer, then by text as a person sorts it ("2" before "10"), then by number; `AS_GIVEN` stay
        as they are.
    """
    model = _model(family)
    if frame.empty:
        return model.copy()
    types = model.dtypes.to_dict()
    columns = list(COLUMNS[family])
    others = [column for column in frame.columns if column not in columns]
    texts = {column: "str" for column in others if frame[column].dtype != bool}
    frame = frame[[*columns, *others]].astype({**types, **texts})
    if family in AS_GIVEN:
        return frame.reset_index(drop=True)
    first = {
        "wave": {wave.name: place for place, wave in enumerate(waves)},
        "layer": {layer.name: place for place, layer in enumerate(layers)},
    }

    keys = sorted(columns, key=lambda column: types[column] != "str")
    ranks = [_ranks(frame[column], first.get(column, {})) for column in reversed(keys)]
    return frame.iloc[np.lexsort(ranks)].reset_index(drop=True)


_model = cache(empty_frame)


def _ranks(column: "pd.Series[str]", first: dict[str, int]) -> NDArray[np.generic]:
    if column.dtype != "str":
        return column.to_numpy()
    codes, texts = pd.factorize(column)
    rest = sorted(set(texts) - set(first), key=natural)
    place = {**first, **{text: len(first) + number for number, text in enumerate(rest)}}
    return np.array([place[text] for text in texts], dtype=np.intp)[codes]
