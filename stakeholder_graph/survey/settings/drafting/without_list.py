"""Drafts of those who keep no list of organizations: names that are near to each other are still to be decided."""

from collections.abc import Mapping

import pandas as pd

from stakeholder_graph.survey.names.matching import Matcher
from stakeholder_graph.survey.names.near_duplicates import without_near_duplicates
from stakeholder_graph.survey.settings.draft import TABLES


def without_list(tables: Mapping[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """Give the tables of a draft with no organization listed, and of the names only those that may be another.

    Parameters
    ----------
    tables : mapping of str to DataFrame
        Of a draft, in which whoever answers is listed and all others are names to decide on.

    Returns
    -------
    dict of str to DataFrame
        `names` proposes for each the one that is kept.

    Examples
    --------
    >>> listed = pd.DataFrame({"organization": ["Elm Library", "Fir Trust"]})
    >>> tables = without_list({"organizations": listed, "names": pd.DataFrame({"written": ["Elm Libary", "Zoo"]})})
    >>> len(tables["organizations"]), tables["names"][["written", "proposal"]].to_numpy().tolist()
    (0, [['Elm Libary', 'Elm Library']])
    """
    listed, names = tables.get("organizations"), tables.get("names")
    if listed is None or names is None:
        return dict(tables)
    written = list(dict.fromkeys([*listed["organization"], *names["written"]]))
    kept = without_near_duplicates(written, {})
    near = [name for name in written if name not in set(kept)]
    rows = [
        (name, best.organization, str(best.score), best.reason, "")
        for name, match in zip(near, Matcher(kept).match_all(near), strict=True)
        for best in match.proposals[:1]
    ]
    return {
        **tables,
        "organizations": listed.iloc[:0],
        "names": pd.DataFrame(rows, columns=list(TABLES["names"]), dtype="str"),
    }
