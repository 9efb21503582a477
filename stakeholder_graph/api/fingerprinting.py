"""Write the fingerprint of a community that shares nothing else."""

from dataclasses import replace
from pathlib import Path

from stakeholder_graph.api.measuring import measure
from stakeholder_graph.communities.fingerprint import fingerprint
from stakeholder_graph.concurrency.second_process import SecondProcess
from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.editions.publish import write_file
from stakeholder_graph.editions.released_graph import released_partnership
from stakeholder_graph.editions.room_release import room_release
from stakeholder_graph.editions.withheld import Withheld, withheld
from stakeholder_graph.graph import Partnership
from stakeholder_graph.graph.unnamed import with_persons_unnamed
from stakeholder_graph.survey.input_files import check_unchanged

#: What the format is called among those of networks, and its file in a folder.
FINGERPRINT, FILE = "fingerprint", "fingerprint.json"


def write_fingerprint(
    partnership: Partnership,
    output: str | Path | None = None,
    wave: str | None = None,
    *,
    second: SecondProcess | None = None,
) -> Path:
    """Write a fingerprint: what the room may hold, without a name and in bands.

    Parameters
    ----------
    partnership : Partnership
        As `read` gives it.
    output : str or Path, optional
        The file, or a folder for it; by default ``outputs/fingerprint.json``.
    wave : str, optional
        A round of the survey; the latest by default.
    second
        As of `measure`.

    Returns
    -------
    Path
        The file written.

    Raises
    ------
    LeakError
        If it held what the room may not know, or the name of anybody; nothing is written then.

    Notes
    -----
    All measures are computed as for a report: verdicts in words are those of the report of the room.
    """
    path = Path(output or "outputs")
    path = path if path.suffix.casefold() == ".json" else path / FILE
    findings = measure(partnership, wave=wave, second=second)
    check_unchanged(partnership.info.read_from)
    agreed = partnership.agreed is not None
    sayable = partnership.agreed or partnership
    release = room_release(with_persons_unnamed(sayable), findings.agreed if agreed else tuple(findings), findings.wave)
    copy = Copy("partners", released_partnership(release), (), release.wave, release=release)
    write_file(path, fingerprint(release).to_text(), _without_names(withheld(partnership, copy)))
    return path


def _without_names(of_room: Withheld) -> Withheld:
    """What the room's copy withholds, and the names that it shows."""
    names = of_room.names
    return replace(
        of_room,
        texts=of_room.texts | names,
        names=frozenset(),
        said=tuple(text for text in of_room.said if text not in names),
        together=frozenset(),
    )
