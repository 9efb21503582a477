"""Which two waves, and which kinds of tie, can be compared; all reasons why not at once."""

from collections.abc import Iterator, Sequence

from stakeholder_graph.graph import Partnership
from stakeholder_graph.model.problems import Problem, SurveyError, suggestion
from stakeholder_graph.studies.change.earlier import MOST_ORGANIZATIONS
from stakeholder_graph.studies.change.survey_differences import asked_layers, same_scale
from stakeholder_graph.text import _, listing


def chosen_waves(partnership: Partnership, before: str | None, after: str | None) -> Partnership:
    """The partnership with the two waves to compare alone.

    Parameters
    ----------
    partnership : Partnership
        Any.
    before, after : str, optional
        Names of waves; the last two by default, and the one before, or the last, where only one is named.

    Returns
    -------
    Partnership
        The earlier wave first.

    Raises
    ------
    SurveyError
        With all that is wrong with the choice.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> graph = from_networkx(nx.path_graph(3))
    >>> list(chosen_waves(Partnership("P", dict.fromkeys(("1", "2", "3"), graph)), None, None).graphs)
    ['2', '3']
    """
    names = list(partnership.graphs)
    problems = list(_wrong_with(names, before, after))
    if problems:
        raise SurveyError(problems)
    after = after or names[-1]
    before = before or names[names.index(after) - 1]
    pair = {name: partnership.graphs[name] for name in (before, after)}
    if not set(pair[before].names) & set(pair[after].names):
        raise SurveyError([_no_name_in_common(before, after)])
    if max(len(graph.names) for graph in pair.values()) > MOST_ORGANIZATIONS:
        raise SurveyError([_too_many()])
    return Partnership(partnership.info, pair, partnership.lists, partnership.agreed)


def _wrong_with(names: Sequence[str], before: str | None, after: str | None) -> Iterator[Problem]:
    if len(names) < 2:
        yield Problem(
            _("There is only one wave here, so there is nothing to compare it with."),
            _("Add the earlier survey as a wave of its own, or name its folder first and this one second."),
        )
    unknown = [name for name in dict.fromkeys((before, after)) if name is not None and name not in names]
    for name in unknown:
        otherwise = _("Choose from: {waves}.", waves=", ".join(names))
        yield Problem(_("There is no wave “{wave}”.", wave=name), suggestion(name, list(names), otherwise))
    if before is not None and before == after:
        yield Problem(
            _("Both waves are “{wave}”, and a wave does not differ from itself.", wave=before),
            _("Name two waves, the earlier one first: {waves}.", waves=", ".join(names)),
        )
    elif not unknown and before is not None and after is not None and names.index(before) > names.index(after):
        yield Problem(
            _("The wave “{before}” is later than “{after}”.", before=before, after=after),
            _("Name the earlier one first: {after} {before}.", before=before, after=after),
        )
    elif not unknown and before is None and after == names[0] and len(names) > 1:
        yield Problem(
            _("There is no wave before “{wave}”.", wave=after), _("Name a later wave: {waves}.", waves=", ".join(names))
        )
    elif not unknown and after is None and before == names[-1] and len(names) > 1:
        yield Problem(
            _("There is no wave after “{wave}”.", wave=before),
            _("Name an earlier one: {waves}.", waves=", ".join(names)),
        )


def _no_name_in_common(before: str, after: str) -> Problem:
    return Problem(
        _("No organization is listed in both “{before}” and “{after}”.", before=before, after=after),
        _("Check that both surveys are of the same partnership. If organizations were renamed, write the old and the "
          "new name in names.csv."),
    )  # fmt: skip


def _too_many() -> Problem:
    return Problem(
        _("More than {most} organizations are listed, too many to compare pair by pair.", most=MOST_ORGANIZATIONS),
        _("Compare a part of the partnership, such as one region, in a folder of its own."),
    )


def chosen_layers(pair: Partnership, layers: Sequence[str] | None) -> list[str]:
    """The kinds of tie that both waves asked everyone about, on scales on which a tie is the same.

    Parameters
    ----------
    pair : Partnership
        Two waves.
    layers : sequence of str, optional
        Those that the user wants, each of which must then be comparable.

    Raises
    ------
    SurveyError
        If one that is asked for, or every one there is, cannot be compared.
    """
    before, after = pair.graphs.values()
    asked = [asked_layers(graph) for graph in (before, after)]
    wanted = list(dict.fromkeys(layers)) if layers else [name for name in asked[1] if name in asked[0]]
    usable, problems = [], []
    for name in wanted:
        lacking = [graph.wave.name for graph, known in zip((before, after), asked, strict=True) if name not in known]
        if lacking:
            problems.append(_not_asked(name, lacking, [known for known in asked[1] if known in asked[0]]))
        elif not same_scale(before.layers[name], after.layers[name]):
            problems.append(_scales_differ(name))
        else:
            usable.append(name)
    if problems and (layers or not usable):
        raise SurveyError(problems)
    if not usable and (asked[0] or asked[1]):
        raise SurveyError([_no_layer_in_common(*asked)])
    return usable


def _not_asked(name: str, waves: Sequence[str], others: Sequence[str]) -> Problem:
    return Problem(
        _("The kind of tie “{layer}” was not asked about in {waves}.", layer=name,
          waves=listing((_("“{name}”", name=wave) for wave in waves), "and")),
        suggestion(name, list(others), _("Both waves asked about: {layers}.", layers=", ".join(others) or "-")),
    )  # fmt: skip


def _scales_differ(name: str) -> Problem:
    return Problem(
        _("The two surveys asked about “{layer}” on scales on which a tie begins at different answers, so that it "
          "cannot be compared.", layer=name),
        _("Give both surveys the same scale: say in scales.csv or the settings which answers of the older one stand "
          "for which of the newer one. Or choose another kind of tie with --layer."),
    )  # fmt: skip


def _no_layer_in_common(before: Sequence[str], after: Sequence[str]) -> Problem:
    return Problem(
        _("The two surveys asked about no kind of tie in common: {before} and {after}.",
          before=", ".join(before) or "-", after=", ".join(after) or "-"),
        _("If two names mean the same, write the same name in the column “layer” or in the settings of both."),
    )  # fmt: skip
