"""Write a page for each organization, made for it alone."""

from collections.abc import Callable, Sequence
from pathlib import Path

from stakeholder_graph.api.in_its_language import in_its_language
from stakeholder_graph.editions.profile import ProfileGuard, ProfileRelease, profile_releases
from stakeholder_graph.editions.publish import write_file, write_folders
from stakeholder_graph.graph import Partnership
from stakeholder_graph.model.errors import StakeholderGraphError
from stakeholder_graph.model.problems import suggestion
from stakeholder_graph.progress import counted
from stakeholder_graph.studies.call_list.desk import Desk
from stakeholder_graph.survey.input_files import check_unchanged
from stakeholder_graph.text import _
from stakeholder_graph.views.profile import (
    MAILING,
    Addressee,
    draw_profile,
    file_names,
    mailing_workbook,
    merge_mailing,
)

#: The pages to send, and the sheet that says who has not answered.
TO_SEND, FOR_DESK = "profiles-to-send", "profiles-backbone-only"


@in_its_language
def profiles(
    partnership: Partnership,
    output: str | Path = "outputs",
    organizations: str | Sequence[str] = (),
    *,
    wave: str | None = None,
    say: Callable[[str], None] = lambda sentence: None,
) -> list[Path]:
    """Write a page for each organization, made for it alone, and a sheet to send the pages by.

    Parameters
    ----------
    partnership : Partnership
        As `read` gives it.
    output : str or Path
        The folder that the two folders go into: ``profiles-to-send`` with a page for each organization, and
        ``profiles-backbone-only`` with a sheet for mail-merge, which names who has not answered.
    organizations : str or sequence of str, optional
        Whose pages alone, which are written into `output` itself, without a sheet. By default everybody's on the roster
        of that wave.
    wave : str, optional
        A round of the survey; the latest by default.
    say : callable
        Takes a sentence about each file in which people wrote something.

    Returns
    -------
    list of Path
        The files written.

    Raises
    ------
    LeakError
        If a page held what it may not; nothing is written then.
    StakeholderGraphError
        If an organization is not on the roster; nothing is written then.

    Notes
    -----
    A page is computed from the room's release and from the own answers of its organization, and from nothing else.
    """
    graph = partnership.graph(wave)
    wave = graph.wave.name
    wanted = _wanted([organizations] if isinstance(organizations, str) else organizations, graph.names, wave)
    releases = profile_releases(partnership, wave, wanted)
    check_unchanged(partnership.info.read_from)
    guard = ProfileGuard(partnership, releases[0].room) if releases else None
    files = file_names(graph.names)
    folder = Path(output)
    if guard is None:
        return []
    if wanted:
        for release in counted(releases, 1, _("Drawing")):
            page = draw_profile(guard.copy, release)
            write_file(folder / files[release.own.organization], page, guard.withheld_from(release))
        return [folder / files[name] for name in wanted]
    pages = {
        files[release.own.organization]: draw_profile(guard.copy, release)
        for release in counted(releases, 0.5, _("Drawing"))
    }
    sheet = {MAILING: mailing_workbook(_addressees(partnership, wave, releases, files))}
    forbidden = {
        files[release.own.organization]: guard.withheld_from(release)
        for release in counted(releases, 0.4, _("Checking what stands in the files"))
    }
    return write_folders(
        folder, {TO_SEND: pages, FOR_DESK: sheet}, {TO_SEND: forbidden}, merges={MAILING: merge_mailing}, say=say
    )


def _wanted(organizations: Sequence[str], names: Sequence[str], wave: str) -> list[str]:
    """The names as the roster has them."""
    known = {name.casefold(): name for name in names}
    wanted = []
    for written in organizations:
        name = known.get(" ".join(written.split()).casefold())
        if name is None:
            raise StakeholderGraphError(
                _("“{name}” is not on the list of {wave}.", name=written, wave=wave)
                + " "
                + suggestion(written, list(names), _("Write it as in your list of organizations."))
            )
        wanted.append(name)
    return list(dict.fromkeys(wanted))


def _addressees(
    partnership: Partnership, wave: str, releases: Sequence[ProfileRelease], files: dict[str, str]
) -> list[Addressee]:
    desk = Desk(partnership, wave)
    return [
        Addressee(
            release.own.organization,
            desk.contact(release.own.organization),
            f"../{TO_SEND}/{files[release.own.organization]}",
            release.own.answered,
            release.own.aside,
            release.own.closes,
        )
        for release in releases
    ]
