"""Names in exports against the roster: whom each stands for, and which a person has to decide."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey.exports.questions import Export
from stakeholder_graph.survey.names.matcher import Match, Matcher
from stakeholder_graph.survey.names.roster import SAY_WHO, Names, normal, target
from stakeholder_graph.survey.names.variants import spellings

#: In which places of an export a name can stand.
ANSWERS, ASKED, NAMED = "answers", "is asked about", "is named"
_CERTAIN = ("exact", "alias")


@dataclass(frozen=True, eq=False)
class Recognized:
    """The roster, and every name written in an export as what it stands for.

    Parameters
    ----------
    names : Names
        The whole roster, with the aliases that are certain.
    matches : mapping of (str, str) to Match
        By wave and text.
    """

    names: Names
    matches: Mapping[tuple[str, str], Match]

    def one(self, written: "pd.Series[str]", wave: str) -> "pd.Series[str]":
        """The organization for each name; blank where it is not certain."""
        known = {text: self.matches[wave, text] for text in written.unique() if text}
        return written.map({text: match.organization for text, match in known.items()}).fillna("").astype("str")


def written_names(exports: Iterable[Export]) -> pd.DataFrame:
    """Gather every name that an export holds.

    Parameters
    ----------
    exports : iterable of Export
        With their waves.

    Returns
    -------
    DataFrame
        Columns wave, text, place (one of `ANSWERS`, `ASKED`, `NAMED`), file, row, column, by (who wrote it).
    """
    frames = []
    heard: set[tuple[str, str]] = set()
    for export in exports:
        about = {"wave": export.wave, "file": export.file}
        if (export.wave, export.file) not in heard:
            heard.add((export.wave, export.file))
            who = export.respondents
            own = {"text": who, "place": ANSWERS, "row": who.index, "column": "", "by": who}
            frames.append(pd.DataFrame(own).assign(**about))
        if export.question.kind != "tie":
            continue
        if not export.named:
            items = pd.DataFrame({"text": export.items, "place": ASKED, "column": export.items.index, "by": ""})
            frames.append(items.assign(row=0, **about))
            continue
        for column in export.part.question(export.question.partners):
            texts = export.part.texts(column)
            rows = export.part.respondent
            frame = pd.DataFrame({"text": texts, "place": NAMED, "row": rows, "column": column.header})
            frame["by"] = rows.map(export.respondents)
            frames.append(frame[(texts != "") & frame["by"].notna()].assign(**about))
    columns = ["wave", "text", "place", "file", "row", "column", "by"]
    if not frames:
        return pd.DataFrame({column: pd.Series(dtype="str") for column in columns})
    return pd.concat(frames, ignore_index=True)[columns]


def recognize(
    written: pd.DataFrame,
    listed: list[str],
    aliases: dict[tuple[str, str], str],
    spelled: Names,
    inspection: Inspection,
) -> Recognized:
    """Match names against the roster.

    Parameters
    ----------
    written : DataFrame
        As from `written_names`.
    listed : list of str
        The list of organizations. Where there is none, it is made of those that columns stand for, then of
        those that answer or are named.
    aliases : dict
        As of `read_aliases`.
    spelled : Names
        Organizations as names.csv spells them.
    inspection : Inspection
        Takes an open decision for each name that is not certain.

    Returns
    -------
    Recognized
    """
    roster = list(listed)
    waves = sorted(set(written["wave"]))
    if not listed:
        for place in (ASKED, ANSWERS, NAMED):
            for wave in waves:
                rows = written[(written["place"] == place) & (written["wave"] == wave)]
                roster += _added(rows, Matcher(roster, aliases, wave), spelled)
    matches: dict[tuple[str, str], Match] = {}
    certain: dict[tuple[str, str], str] = {}
    for wave in waves:
        texts = list(dict.fromkeys(written["text"][written["wave"] == wave]))
        for match in Matcher(roster, aliases, wave).match_all(texts):
            matches[wave, match.written] = match
            for each in match.single:
                if each.organization:
                    certain[wave, normal(each.written)] = normal(each.organization)
    _tell(written, matches, inspection)
    return Recognized(Names(roster, {**certain, **aliases}), matches)


def unlisted(written: pd.DataFrame, recognized: Recognized) -> pd.DataFrame:
    """Names that respondents gave of partners and that nothing on the roster resembles.

    Parameters
    ----------
    written : DataFrame
        As from `written_names`.
    recognized : Recognized
        What they stand for.

    Returns
    -------
    DataFrame
        Columns wave, name, by: once for each wave, name and organization that gave it; of several spellings the first.
    """
    named = written[written["place"] == NAMED]
    return given_names(
        (wave, each.written, who)
        for wave, text, by in zip(named["wave"], named["text"], named["by"], strict=True)
        if (who := recognized.matches[wave, by].organization)
        for each in recognized.matches[wave, text].single
        if each.kind == "unknown"
    )


def given_names(given: Iterable[tuple[str, str, str]]) -> pd.DataFrame:
    """Bring names that no roster holds, each as (wave, name, organization that gave it), into the frame `unlisted`."""
    shown: dict[tuple[str, str], str] = {}
    rows = {(wave, shown.setdefault((wave, spellings(name).plain), name), by) for wave, name, by in sorted(given)}
    return pd.DataFrame(sorted(rows), columns=["wave", "name", "by"]).astype("str")


def _added(rows: pd.DataFrame, matcher: Matcher, spelled: Names) -> list[str]:
    """Names that are none of the roster so far: each is an organization of its own."""
    texts = list(dict.fromkeys(rows["text"]))
    place = rows["place"].iloc[0] if len(rows) else ASKED
    added: dict[str, str] = {}
    for match in matcher.match_all(texts if place == ASKED else sorted(texts)):
        for each in match.single if place == NAMED else (match,):
            key = target(matcher.names.aliases, normal(each.written), matcher.wave)
            if (each.kind in (*_CERTAIN, "nobody") and key != normal(each.written)) or each.kind in _CERTAIN:
                continue
            if key in spelled.shown:
                added.setdefault(key, spelled.shown[key])
            elif each.kind != "nobody":
                # Columns are told apart as they are written; what people write is not.
                added.setdefault(key if place == ASKED else spellings(each.written).plain, each.written)
    return list(added.values())


def _tell(written: pd.DataFrame, matches: Mapping[tuple[str, str], Match], inspection: Inspection) -> None:
    """Note each name that is not certain once, with who wrote it how often."""
    open_parts: dict[tuple[str, str], tuple[Match, list[int]]] = {}
    for number, (wave, text, place) in enumerate(zip(written["wave"], written["text"], written["place"], strict=True)):
        match = matches[wave, text]
        parts = match.single if place == NAMED else (match,)
        for each in parts:
            if each.kind not in (*_CERTAIN, "nobody"):
                open_parts.setdefault((wave, normal(each.written)), (each, []))[1].append(number)
    for match, numbers in open_parts.values():
        rows = written.iloc[numbers]
        first = rows.iloc[0]
        inspection.decide(
            f'"{match.written}" {_role(rows)} and {_why(match)}.',
            SAY_WHO,
            str(first["file"]),
            first["row"] or None,
            str(first["column"]) or None,
        )


def _role(rows: pd.DataFrame) -> str:
    named = rows[rows["place"] == NAMED]
    if not len(named):
        return str(rows["place"].iloc[0])
    by = sorted(set(named["by"]))
    some = ", ".join(by[:3]) + (" and others" if len(by) > 3 else "")
    return f"is named by {len(by)} ({some})"


def _why(match: Match) -> str:
    if match.kind == "several":
        return "stands for more than one organization"
    if not match.proposals:
        return "is not in the list of organizations"
    named = " or ".join(f'"{each.organization}" ({each.reason})' for each in match.proposals)
    return f"may be {named}"
