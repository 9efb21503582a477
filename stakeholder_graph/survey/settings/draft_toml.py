"""A draft as partnership.toml, with the reason of each guess in a comment."""

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.storage.files import write_file_whole
from stakeholder_graph.survey.settings.add_to_toml import add_to_text, replace_files
from stakeholder_graph.survey.settings.draft import UNSURE, Draft, QuestionNote, guesses_in, question_key
from stakeholder_graph.survey.settings.elements import StepSettings
from stakeholder_graph.survey.settings.model import QuestionSettings, Settings
from stakeholder_graph.survey.settings.named_scales import StepRow, named_scales, scales_frame
from stakeholder_graph.survey.settings.read_toml import read_settings
from stakeholder_graph.survey.settings.record import record, rows_of
from stakeholder_graph.survey.settings.workbook.cells import scale_name
from stakeholder_graph.survey.settings.write_toml import Commented, settings_text
from stakeholder_graph.tabular.delimited import as_number
from stakeholder_graph.text import N_, _

_Steps = tuple[StepRow, ...]
_TIES = {"": None, "yes": True, "no": False}
_COMMENT = N_(
    "We drafted these survey settings from an export. Nothing in here is an answer.\n"
    "Look at each [[question]]: where it says decided = false, correct it and take that line out.\n"
    "Organizations and their sectors go into organizations.csv: organization, sector, role.\n"
    "Your logo, colours of sectors, order of the report and paragraphs: [pages], [colours] and [[paragraph]], as the "
    "README says."
)
_NETWORK_COMMENT = N_(
    "We drafted these survey settings from a network file, which holds organizations and ties.\n"
    "sector = names the attribute of organizations that is their sector.\n"
    'Below each kind of tie you may write promise = "named", "aggregate" or "backbone".'
)


def draft_as_toml(draft: Draft) -> str:
    """Give a draft as text for partnership.toml.

    Parameters
    ----------
    draft : Draft
        A scale of one question alone is written out in it; others, and those with a guess in them, by their names.

    Returns
    -------
    str
        Settings in TOML; above each question stand its rows or options and the reason of the guess.
    """
    scales = named_scales(draft.tables["scales"]) if "scales" in draft.tables else {}
    alone = _of_one_question(draft, scales)
    update = {"question": (), "scales": _but(scales, alone), "drafted": _record(draft, frozenset(alone))}
    settings = draft.settings.model_copy(update=update)
    comment = _NETWORK_COMMENT if settings.network else _COMMENT
    return settings_text(
        settings, _(comment), [_commented(draft, question, alone) for question in draft.settings.question]
    )


def text_draft(settings: Settings) -> Draft:
    """Give settings that were read from partnership.toml as a draft, to which a new export may add.

    Parameters
    ----------
    settings : Settings
        As they are written.
    """
    tables = {"scales": scales_frame(settings.scales)} if settings.scales else {}
    return Draft(settings.model_copy(update={"scales": {}}).located(settings.location.file), tables=tables)


def write_toml(path: Path, draft: Draft) -> None:
    """Write a draft as partnership.toml; to one that is there, add what it lacks.

    Parameters
    ----------
    path : Path
        The file; what stands in it, comments included, stays as it is.
    draft : Draft
        What to write: the settings that are there, with what is new.

    Raises
    ------
    SurveyError
        If what stands in it cannot be read.
    StorageError
        If it cannot be written; it is left as it is then.
    """
    if not path.exists():
        write_file_whole(path, draft_as_toml(draft).encode())
        return
    inspection = Inspection()
    written = read_settings(path, inspection)
    inspection.verdict()
    old, settings = text_draft(written), draft.settings
    known, there = {question_key(question) for question in written.question}, rows_of(old)
    new = [question for question in settings.question if question_key(question) not in known]
    scales = named_scales(draft.tables["scales"]) if "scales" in draft.tables else {}
    fresh = _but(scales, written.scales)
    alone = _of_one_question(draft, fresh)
    waves = {wave.name: wave for wave in written.wave}
    files = {w.name: w.files for w in settings.wave if w.name in waves and w.files != waves[w.name].files}
    text = replace_files(path.read_bytes().decode("utf-8-sig"), files)
    added = add_to_text(
        text,
        questions=[_commented(draft, question, alone) for question in new],
        waves=[wave for wave in settings.wave if wave.name not in waves],
        tables=[said for said in settings.table if (said.file, said.sheet) not in there["files"]],
        layers={name: layer for name, layer in settings.layers.items() if name not in written.layers},
        scales=_but(fresh, alone),
        drafted=_record(draft, frozenset(alone)),
    )
    if added.encode() != path.read_bytes():
        write_file_whole(path, added.encode())


def _record(draft: Draft, written_out: frozenset[str]) -> dict[str, tuple[str, ...]]:
    """What the text remembers: what stands in it, and whatever was remembered before."""
    tables = {"scales": draft.tables["scales"]} if "scales" in draft.tables else {}
    if written_out:
        tables = {"scales": tables["scales"][~tables["scales"]["scale"].isin(list(written_out))]}
    return record(Draft(draft.settings, tables=tables))


def _but(scales: Mapping[str, _Steps], others: Iterable[str]) -> dict[str, _Steps]:
    left_out = set(others)
    return {name: steps for name, steps in scales.items() if name not in left_out}


def _of_one_question(draft: Draft, scales: Mapping[str, _Steps]) -> dict[str, tuple[StepSettings, ...]]:
    """The scales that one question alone is answered on, and of which nothing is a guess."""
    used = Counter(question.scale for question in draft.settings.question if isinstance(question.scale, str))
    used.update(layer.scale for layer in draft.settings.layers.values() if isinstance(layer.scale, str))
    names = {scale_name(question): question.scale for question in draft.settings.question}
    alone = {}
    for name, steps in scales.items():
        if used[name] != 1 or names.get(name) != name:
            continue
        written = [_step(step) for step in steps]
        if written and all(written):
            alone[name] = tuple(step for step in written if step is not None)
    return alone


def _step(row: StepRow) -> StepSettings | None:
    """A step with a number, or None where it says more than that: a guess, or a text that is none."""
    value = as_number(row.value)
    if value is None or f"{value:g}" != row.value or row.tie not in _TIES or row.name.endswith(UNSURE):
        return None
    hours = as_number(row.hours) if row.hours else None
    if row.hours and (hours is None or hours < 0):
        return None
    return StepSettings(value=value, name=row.name, tie=_TIES[row.tie], hours=hours)


def _commented(
    draft: Draft, question: QuestionSettings, written_out: Mapping[str, tuple[StepSettings, ...]]
) -> Commented:
    """A question with its scale written out, and what helps to decide about it."""
    note = draft.notes.get(question_key(question), QuestionNote())
    lines = [note.reason, _("Rows or options: {items}", items=note.items) if note.items else ""]
    if isinstance(question.scale, str) and question.scale in written_out:
        question = question.model_copy(update={"scale": written_out[question.scale]})
    elif isinstance(question.scale, str) and _unsure(draft, question.scale):
        lines.append(
            _("We are not sure in which order its answers stand, or which are a tie: see [scales]. Take the “?” away.")
        )
    return "\n".join(filter(None, lines)), question


def _unsure(draft: Draft, name: str) -> bool:
    scales = draft.tables.get("scales")
    rows = scales[scales["scale"] == name] if scales is not None else None
    return rows is not None and any(guesses_in(rows, column).any() for column in ("value", "name", "tie"))
