"""Suppose that something changes, and measure again."""

from collections.abc import Sequence
from pathlib import Path

from stakeholder_graph.api.in_its_language import in_its_language
from stakeholder_graph.api.introducing import introductions
from stakeholder_graph.concurrency.second_process import SecondProcess
from stakeholder_graph.editions import make_copy
from stakeholder_graph.editions.publish import write_file
from stakeholder_graph.editions.withheld import withheld
from stakeholder_graph.graph import Partnership
from stakeholder_graph.model.finding import Ties
from stakeholder_graph.progress import counted
from stakeholder_graph.storage.file_forms import PAGES, form_of_file
from stakeholder_graph.studies.assess import assess
from stakeholder_graph.studies.context import MeasureSettings
from stakeholder_graph.studies.whatif import (
    ComingAnswers,
    ConnectedPairs,
    Departures,
    NamedPair,
    WhatIf,
    edited,
    introduced,
    make_scenario,
    side_by_side,
)
from stakeholder_graph.studies.whatif import coming_answers as answers_coming_in
from stakeholder_graph.studies.whatif import departures as every_departure
from stakeholder_graph.survey.input_files import check_unchanged
from stakeholder_graph.views.whatif.whatif_page import draw_whatif


def whatif(
    partnership: Partnership,
    without: str | Sequence[str] = (),
    *,
    join: Sequence[NamedPair] = (),
    connect: Sequence[NamedPair] = (),
    disconnect: Sequence[NamedPair] = (),
    names: str | Sequence[str] | None = None,
    wave: str | None = None,
    layers: str | Sequence[str] | None = None,
    ties: Ties | None = None,
    permutations: int = 9999,
    draws: int = 200,
    seed: int = 0,
    second: SecondProcess | None = None,
) -> WhatIf:
    """Measure a partnership as it is and as it would be if organizations left or joined, or connections changed.

    Parameters
    ----------
    partnership : Partnership
        As `read` gives it.
    without : str or sequence of str
        Organizations that leave; they are gone from every wave and every list.
    join : sequence of (str, str)
        Organizations that join, each with its sector (blank for none). They count as having answered.
    connect, disconnect : sequence of (str, str)
        Pairs that become connected, as every one of the two that has answered would report it, and pairs whose
        connection ends.
    names : str or sequence of str, optional
        Measures; all by default.
    wave : str, optional
        A round of the survey; the latest by default.
    layers : str or sequence of str, optional
        Kinds of tie that are measured, and in which connections change; all by default.
    ties, permutations, draws, seed, second
        As of `measure`. No p is given: the permutations serve measures whose value counts what differs from chance.

    Returns
    -------
    WhatIf
        For the backbone's desk. ``changes`` has the values of every measure before and after, those after the same as
        `measure` gives where the rows of who leaves are taken out of every file.

    Raises
    ------
    SurveyError
        With everything in the scenario that cannot be: names that are not there, named twice, pairs that are connected
        already or not at all.
    UnknownNameError
        For a measure, wave or layer that does not exist.

    Examples
    --------
    >>> from stakeholder_graph import read
    >>> left = whatif(read("surveys/wren-county"), "Wren Forward", names="tie_counts", permutations=99, draws=20)
    >>> left["tie_counts"].before, left["tie_counts"].after, len(left.consequences.alone)
    (363.0, 323.0, 8)
    """
    leaving, named, layers = ([value] if isinstance(value, str) else value for value in (without, names, layers))
    scenario = make_scenario(partnership, leaving or (), join, connect, disconnect, wave=wave, layers=layers)
    after = edited(partnership, scenario)
    settings = MeasureSettings(ties or partnership.info.ties, seed, permutations, draws, only="values")
    sides = [
        assess(side, named, wave=scenario.wave, layers=layers, settings=settings, second=second)
        for side in counted((partnership, after), 0.9)
    ]
    return side_by_side(partnership, after, scenario, *sides)


def departures(partnership: Partnership, *, wave: str | None = None, ties: Ties | None = None) -> Departures:
    """Say what the network would be without each organization in turn.

    Parameters
    ----------
    partnership : Partnership
        As `read` gives it.
    wave : str, optional
        A round of the survey; the latest by default.
    ties : {"reported", "either", "both"}, optional
        As of `measure`.

    Returns
    -------
    Departures
        For the backbone's desk: measures of the whole network, and who would be left alone or cut off.

    Examples
    --------
    >>> from stakeholder_graph import read
    >>> without = departures(read("surveys/wren-county"))
    >>> [row.organization for row in without.rows if row.consequences.alone]
    ['Wren Forward']
    """
    settings = MeasureSettings(ties=ties or partnership.info.ties, permutations=0, draws=0)
    return every_departure(partnership, wave=wave, settings=settings)


def coming_answers(
    partnership: Partnership,
    who: str | Sequence[str],
    *,
    wave: str | None = None,
    ties: Ties | None = None,
    draws: int = 200,
    seed: int = 0,
) -> ComingAnswers:
    """Say between what the network would likely be if some that have not answered did.

    Parameters
    ----------
    partnership : Partnership
        As `read` gives it.
    who : str or sequence of str
        Organizations that have not answered.
    wave, ties, draws, seed
        As of `measure`.

    Returns
    -------
    ComingAnswers
        For the backbone's desk: each measure of the whole network as it is, and the range after. The answers are those
        of the imputations that ranges rest on; the rows of others who have not answered stay unknown.

    Raises
    ------
    SurveyError
        With every name that is not there, is named twice, or has answered already.

    Examples
    --------
    >>> from stakeholder_graph import read
    >>> said = coming_answers(read("surveys/wren-county"), "Valley Savings Bank", draws=20)
    >>> said.layer, len(said.values)
    ('collaboration', 10)
    """
    names = [who] if isinstance(who, str) else who
    settings = MeasureSettings(ties=ties or partnership.info.ties, permutations=0, draws=draws, seed=seed)
    return answers_coming_in(partnership, names, wave=wave, settings=settings)


@in_its_language
def draw_departures(
    partnership: Partnership,
    output: str | Path,
    supposed: WhatIf | None = None,
    *,
    folder: str | Path | None = None,
    wave: str | None = None,
    ties: Ties | None = None,
    coming: ComingAnswers | None = None,
) -> Path:
    """Write the page of what-if: departures and proposed introductions to be looked up, with the map before and after.

    Parameters
    ----------
    partnership : Partnership
        As `read` gives it.
    output : str or Path
        The file, for the backbone's desk.
    supposed : WhatIf, optional
        A change of `whatif` that the page opens with.
    folder : str or Path, optional
        How the commands on the page name the partnership; by default as it was read.
    wave, ties
        As of `departures`; the wave of `supposed` or `coming` where there is one.
    coming : ComingAnswers, optional
        Answers of `coming_answers` that the page opens with, in place of a change.

    Returns
    -------
    Path
        The file written.

    Raises
    ------
    FileFormError
        If the name is that of another file than a page; nothing is written then.
    SurveyError
        If a file that the partnership was read from has changed since; nothing is written then.
    """
    form_of_file(Path(output), None, PAGES)
    opened = coming.wave if coming else supposed.scenario.wave if supposed else wave
    round_ = partnership.graph(opened).wave.name
    check_unchanged(partnership.info.read_from)
    copy = make_copy("backbone", partnership, [], round_)
    named = folder or partnership.info.read_from.folder or "FOLDER"
    proposed = _proposed(partnership, round_, ties)
    page = draw_whatif(copy, departures(partnership, wave=round_, ties=ties), supposed, named, proposed, coming)
    write_file(Path(output), page, withheld(partnership, copy))
    return Path(output)


def _proposed(partnership: Partnership, wave: str, ties: Ties | None) -> tuple[ConnectedPairs, ...]:
    """The introductions that are proposed, each with what the network would be."""
    proposals = introductions(partnership, wave=wave)
    pairs = [(pair.a.name, pair.b.name) for pair in proposals.introductions]
    settings = MeasureSettings(ties=ties or partnership.info.ties, permutations=0, draws=0)
    return introduced(partnership, pairs, proposals.layer, wave=wave, settings=settings) if pairs else ()
