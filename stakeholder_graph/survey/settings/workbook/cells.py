"""What stands in each cell of the workbook: a draft as tables of text, one for each sheet."""

from collections.abc import Mapping, Sequence

import pandas as pd

from stakeholder_graph.survey.settings.draft import UNSURE, Draft, QuestionNote, question_key
from stakeholder_graph.survey.settings.elements import Scale
from stakeholder_graph.survey.settings.model import QuestionSettings, Settings
from stakeholder_graph.survey.settings.named_scales import scales_frame
from stakeholder_graph.survey.settings.record import record
from stakeholder_graph.survey.settings.tables import TableSettings
from stakeholder_graph.survey.settings.workbook.sheets import (
    ALL_RATINGS,
    ASKS,
    BETWEEN,
    BLANK,
    KINDS,
    PLAIN,
    SHEETS,
    TABLE_ROLES,
    UNDECIDED,
)
from stakeholder_graph.text import LANGUAGES

_SHEET_OF: Mapping[str, str] = {name: sheet for sheet, name in PLAIN.items()}
#: Sheets of the partnership's own words, and the column beside which one says what they are called in another language.
_OWN_WORDS: Mapping[str, str] = {"Scales": "name", "Sectors": "sector"}


def sheet_tables(draft: Draft) -> dict[str, pd.DataFrame]:
    """Give the cells of every sheet but the first.

    Parameters
    ----------
    draft : Draft
        Settings, notes and tables.

    Returns
    -------
    dict of str to DataFrame of str
        By name of the sheet; columns are the names of `SHEETS`, and any that a person has added.

    Examples
    --------
    >>> settings = Settings.model_validate({"question": [{"kind": "tie", "question": "Q1", "decided": False}]})
    >>> sheet_tables(Draft(settings))["Questions"][["question", "kind", "blank"]].to_numpy().tolist()
    [['Q1', 'tie?', 'not known']]
    """
    settings, scales = draft.settings, draft.tables.get("scales", pd.DataFrame())
    spelled = [_spelled(question.scale, scale_name(question)) for question in settings.question]
    spelled += [_spelled(layer.scale, name) for name, layer in settings.layers.items()]
    tables = {_SHEET_OF[name]: table for name, table in draft.tables.items()}
    named = scales_frame(settings.scales)
    tables["Scales"] = pd.concat([scales, named, *filter(len, spelled)], ignore_index=True).fillna("").astype("str")
    rows = [
        _question_row(question, draft.notes.get(question_key(question), QuestionNote()))
        for question in settings.question
    ]
    tables["Questions"] = _frame("Questions", rows)
    tables["Promise"] = _frame("Promise", _promise_rows(settings))
    rounds = [
        {
            "name": wave.name,
            "date": wave.date,
            "closes": wave.closes,
            "files": BETWEEN.join(wave.files),
            "mode": wave.mode,
            "wording": wave.wording,
        }
        for wave in settings.wave
    ]
    tables["Rounds"] = _frame("Rounds", rounds)
    drafted = record(draft)
    if settings.table or "files" in drafted:
        tables["Files"] = _frame("Files", [_file_row(said) for said in settings.table])
    if settings.layers or "layers" in drafted:
        tables["Layers"] = _frame("Layers", _layer_rows(settings))
    tables["Colours"] = _frame("Colours", [row.model_dump() for row in settings.colours])
    tables["Paragraphs"] = _frame("Paragraphs", [row.model_dump() for row in settings.paragraph])
    rows = [{"kind": kind, "row": text} for kind, texts in drafted.items() for text in texts]
    tables["Drafted"] = _frame("Drafted", rows)
    return {sheet: _with_other_languages(sheet, table, settings.language) for sheet, table in tables.items()}


def _with_other_languages(sheet: str, table: pd.DataFrame, language: str | None) -> pd.DataFrame:
    """The same with an empty column, such as `name_es`, for whoever wants to fill it in; blank says the usual."""
    if sheet not in _OWN_WORDS or table.empty:
        return table
    others = (f"{_OWN_WORDS[sheet]}_{other}" for other in LANGUAGES if other != (language or LANGUAGES[0]))
    return table.assign(**{column: "" for column in others if column not in table})


def fact_text(settings: Settings, name: str) -> str:
    """Give what stands beside a label of the first sheet.

    Parameters
    ----------
    settings : Settings
        That are written.
    name : str
        Of a `FACTS`, with a dot inside where it is in a table of its own.

    Examples
    --------
    >>> fact_text(Settings(), "directed"), fact_text(Settings(), "ties.default")
    ('yes', 'reported')
    """
    value: object = settings
    for step in name.split("."):
        value = getattr(value, step, "")
    if isinstance(value, bool):
        return "yes" if value else "no"
    return BETWEEN.join(value) if isinstance(value, tuple) else str(value or "")


def _frame(sheet: str, rows: Sequence[Mapping[str, str]]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=[field.name for field in SHEETS[sheet]], dtype="str").fillna("")


def _question_row(question: QuestionSettings, note: QuestionNote) -> dict[str, str]:
    """One row of the sheet Questions."""
    lists = {"attributes": question.attributes, "not_known": question.not_known, "agree": question.agree}
    written = question.model_dump(exclude_defaults=True, exclude={"scale", "promise", *lists})
    row = {name: str(value) for name, value in written.items()}
    row |= {name: BETWEEN.join(texts) for name, texts in lists.items()}
    kind = "sector" if (question.kind, question.item) == ("attribute", "sector") else str(question.kind)
    row["kind"] = KINDS.word(kind)
    if not question.decided:
        row["kind"] = UNDECIDED if question.kind == "ignore" else f"{row['kind']}{UNSURE}"
    row["blank"] = BLANK.word(question.blank) if question.kind == "tie" else row.get("blank", "")
    row["layer"] = question.layer if question.kind == "tie" or "layer" in row else ""
    return {**row, "scale": _named(question.scale, scale_name(question)), "items": note.items, "reason": note.reason}


def _promise_rows(settings: Settings) -> list[dict[str, str]]:
    """A row for each question about which respondents may have been promised who sees their answers."""
    unpromised = ("identity", "attribute", "consent", "ignore")
    rows = [
        {
            "question": question_key(question)[0],
            "choice": question.choice,
            "wave": question.wave,
            "wording": question.wording,
            "promise": question.promise or "",
        }
        for question in settings.question
        if question.kind not in ("identity", "consent")
        and (question.kind not in unpromised or question.promise or not question.decided)
    ]
    if settings.promises.ratings:
        rows.append({"question": ALL_RATINGS, "promise": settings.promises.ratings})
    return rows


def _file_row(said: TableSettings) -> dict[str, str]:
    """One row of the sheet Files."""
    role = f"{TABLE_ROLES.word(said.role)}{'' if said.decided else UNSURE}"
    row = {"file": said.file, "sheet": said.sheet, "role": role}
    row |= {f"columns.{meaning}": header for meaning, header in said.columns.items()}
    row |= {"layer": said.layer, "wave": said.wave, "kind": said.kind, "source": said.source}
    return row | {"blank": BLANK.word(said.blank) if said.blank else ""}


def _layer_rows(settings: Settings) -> list[dict[str, str]]:
    return [
        {
            "layer": name,
            "scale": _named(layer.scale, name),
            "promise": layer.promise or "",
            "combine": layer.combine or "",
            "asked_of": layer.asked_of,
            "asks": ASKS.word(layer.asks or ""),
            "directed": {None: "", True: "yes", False: "no"}[layer.directed],
        }
        for name, layer in settings.layers.items()
    ]


def scale_name(question: QuestionSettings) -> str:
    """Name the scale of a question that spells it out.

    Parameters
    ----------
    question : QuestionSettings
        Of ties, the kind of tie names it; of others, what they are about.
    """
    return question.layer if question.kind == "tie" else question.item or question.question or question.columns


def _named(scale: Scale, otherwise: str) -> str:
    return scale if isinstance(scale, str) else otherwise if scale else ""


def _spelled(scale: Scale, name: str) -> pd.DataFrame:
    """Steps that are written out in the settings, as rows of the sheet Scales."""
    steps = () if isinstance(scale, str) else scale
    ties = {None: "", True: "yes", False: "no"}
    rows = [{"scale": name, "value": f"{step.value:g}", "name": step.name, "tie": ties[step.tie]} for step in steps]
    frame = _frame("Scales", rows)
    hours = ["" if step.hours is None else f"{step.hours:g}" for step in steps]
    return frame.assign(hours=hours) if any(hours) else frame
