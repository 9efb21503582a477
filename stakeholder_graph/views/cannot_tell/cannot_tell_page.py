"""The page for an ethics board."""

from collections import Counter
from collections.abc import Iterable

from stakeholder_graph import __version__
from stakeholder_graph.editions.checks.what_was_checked import Checked, LookedAt
from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.text import N_, translate
from stakeholder_graph.views.cannot_tell.checked_words import checked_in_words, limits_in_words
from stakeholder_graph.views.cannot_tell.held_words import held_in_words
from stakeholder_graph.views.community.words_said import words_said
from stakeholder_graph.views.page import render

#: What the folder of each copy is called on the page.
WHICH = {"partners": N_("The copy for the room"), "community": N_("The copy for the community")}


def draw_cannot_tell(copy: Copy, checked: Checked) -> str:
    r"""Draw the page.

    Parameters
    ----------
    copy : Copy
        The room's or the community's.
    checked : Checked
        What was checked of it.

    Returns
    -------
    str
        HTML, to be written as UTF-8 with ``newline="\n"``. It holds nothing that its copy does not.

    Raises
    ------
    ValueError
        For the backbone's copy, which holds everything.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.editions import make_copy
    >>> from stakeholder_graph.editions.checks.what_was_checked import what_was_checked
    >>> from stakeholder_graph.graph import Partnership, from_networkx
    >>> copy = make_copy("partners", Partnership("Ours", {"1": from_networkx(nx.path_graph(7))}, {}), [], "1")
    >>> "6 lines stand for as many pairs" in draw_cannot_tell(copy, what_was_checked(copy.release, ()))
    True
    """
    release = copy.release
    if release is None:
        raise ValueError("the backbone's copy holds everything")
    return render(
        copy,
        "views/cannot_tell/cannot_tell.html",
        which=translate(WHICH[copy.edition]),
        wave=copy.wave,
        version=__version__,
        held=held_in_words(release),
        words=[(word.said, word.could_tell) for word in words_said(copy)],
        checked=checked_in_words(release, checked),
        limits=limits_in_words(release, checked),
        files=in_folders(checked.files),
    )


def in_folders(files: Iterable[LookedAt]) -> list[LookedAt]:
    """List files, and of those in a folder within the copy's the folder alone: a page has no room for each table.

    Parameters
    ----------
    files : iterable of LookedAt
        By their paths in the folder of the copy.

    Examples
    --------
    >>> [(file.name, file.passages) for file in in_folders([LookedAt("tables/a.csv", 2), LookedAt("tables/b.csv", 3)])]
    [('tables/', 5)]
    """
    passages: Counter[str] = Counter()
    for file in files:
        folder, within, _name = file.name.rpartition("/")
        passages[f"{folder}/" if within else file.name] += file.passages
    return [LookedAt(name, count) for name, count in passages.items()]
