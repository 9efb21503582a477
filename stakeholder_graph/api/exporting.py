"""Write networks for other tools."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from stakeholder_graph.api.fingerprinting import FINGERPRINT, write_fingerprint
from stakeholder_graph.api.in_its_language import in_its_language
from stakeholder_graph.concurrency.second_process import SecondProcess
from stakeholder_graph.editions import Edition, make_copy
from stakeholder_graph.editions.publish import refuse_leaks, write_file, write_folders
from stakeholder_graph.editions.withheld import Withheld, with_lines, withheld
from stakeholder_graph.exchange.writing import NETWORK_WRITERS, NetworkWriter
from stakeholder_graph.graph import Partnership
from stakeholder_graph.model.errors import StakeholderGraphError, UnknownNameError
from stakeholder_graph.model.finding import Ties
from stakeholder_graph.progress import part
from stakeholder_graph.survey.input_files import check_unchanged
from stakeholder_graph.text import _
from stakeholder_graph.views.exported.against_release import more_than_released
from stakeholder_graph.views.exported.network_of import network_of
from stakeholder_graph.views.report_folders import FOLDERS


class ExportError(StakeholderGraphError):
    """A network cannot be written in this format; nothing was written."""


@in_its_language
def write(
    partnership: Partnership,
    output: str | Path | None = None,
    to: str | None = None,
    *,
    edition: Edition = "backbone",
    waves: Sequence[str] = (),
    layers: Sequence[str] = (),
    ties: Ties | None = None,
    say: Callable[[str], None] = lambda sentence: None,
    second: SecondProcess | None = None,
) -> list[Path]:
    """Write the network in the format of another tool.

    Parameters
    ----------
    partnership : Partnership
        As `read` gives it.
    output : str or Path, optional
        The file, or a folder where there are several; by default in ``outputs``, with the edition and the format in
        its name.
    to : str, optional
        A key of `stakeholder_graph.exchange.writing.NETWORK_WRITERS`; by default what the ending of `output` says. Or
        ``fingerprint``, a small nameless file for `across`, the same for every edition.
    edition : {"backbone", "partners"}
        For whom. A file for partners holds what the room's map holds. There is none for the community, which is told
        of no connection.
    waves : sequence of str
        Rounds of the survey; the latest by default.
    layers : sequence of str
        Kinds of tie; all by default.
    ties : {"reported", "either", "both"}, optional
        What counts as a tie; by default what the settings say. Not with ``partners``, who see lines.
    say : callable
        Takes a sentence about each thing that the format does not hold, or about the name of a fingerprint.
    second
        As of `measure`; only a fingerprint measures.

    Returns
    -------
    list of Path
        The files written.

    Raises
    ------
    ExportError
        If nothing says which format is meant, the format cannot hold the network, or a choice would change nothing.
    UnknownNameError
        If there is no such format, wave or kind of tie.
    LeakError
        If a file held what its edition withholds; nothing is written then.
    """
    if to == FINGERPRINT:
        if layers or ties or len(waves) > 1:
            raise ExportError(
                _("A fingerprint speaks of one survey, and counts what the room sees: use no other option than --wave.")
            )
        file = write_fingerprint(partnership, output, waves[0] if waves else None, second=second)
        say(
            _(
                "The name of the file is what across calls the community: “{name}”. Rename the file; the next "
                "fingerprint written here replaces it.",
                name=file.stem,
            )
        )
        return [file]
    writer = _writer(to, Path(output or ""))
    # Formats share endings, so that without its key one export would take the place of another.
    own_name = f"{FOLDERS[edition]}-network-{writer.key}"
    path = Path(output) if output else Path("outputs") / own_name
    if not writer.ending and path.suffix.casefold() == ".csv":
        path = path.with_suffix("")  # a folder of CSV files: the ending is theirs
    if edition == "community":
        raise ExportError(
            _("There is no network for the community: it is told of no connection. Use --edition partners.")
        )
    wave = partnership.graph(waves[-1] if waves else None).wave.name
    _check_fits(writer, edition, partnership, waves or (wave,))
    _check_used(writer, edition, layers, ties)
    with part(0.4, _("Making copies")):
        copy = make_copy(edition, partnership, (), wave)
        network = network_of(copy, waves, layers, ties)
        refuse_leaks(path.name, more_than_released(network, copy))
    if too_large := writer.too_large(network):
        raise ExportError(too_large)
    with part(0.6, _("Writing")):
        files = writer.files(network, _stem(path, writer))
    if output and path.is_dir() and not (len(files) > 1 and any((path / name).exists() for name in files)):
        # A folder that is there is not replaced, unless it is the one of an earlier export.
        path = path / own_name
        files = writer.files(network, _stem(path, writer))
    check_unchanged(partnership.info.read_from)
    with part(what=_("Checking what stands in the files")):
        written = _write(path.parent, _stem(path, writer), files, with_lines(withheld(partnership, copy), copy))
    for sentence in (*writer.left_out(network), *network.notes):
        say(sentence)
    return written


def _writer(to: str | None, path: Path) -> NetworkWriter:
    if to is not None:
        if to not in NETWORK_WRITERS:
            raise UnknownNameError("format", to, [*NETWORK_WRITERS, FINGERPRINT])
        return NETWORK_WRITERS[to]
    fitting = [writer for writer in NETWORK_WRITERS.values() if writer.ending == path.suffix.casefold() != ""]
    if len(fitting) == 1:
        return fitting[0]
    keys = ", ".join(writer.key for writer in fitting or NETWORK_WRITERS.values())
    raise ExportError(_("Say which format you want, with --to: {keys}.", keys=keys))


def _stem(path: Path, writer: NetworkWriter) -> str:
    return path.stem if path.suffix.casefold() == writer.ending else path.name


def _check_fits(writer: NetworkWriter, edition: Edition, partnership: Partnership, waves: Sequence[str]) -> None:
    """Refuse what cannot be written before it is put together."""
    if writer.asked and edition != "backbone":
        raise ExportError(
            _("A matrix would show who has not answered; it is for the backbone alone. Use another format.")
        )
    size = len({name for wave in waves for name in partnership.graph(wave).names})
    if writer.most_nodes is not None and size > writer.most_nodes:
        raise ExportError(
            _("A matrix of {size:,} organizations has too many cells to open. Use another format.", size=size)
        )


def _check_used(writer: NetworkWriter, edition: Edition, layers: Sequence[str], ties: Ties | None) -> None:
    """Refuse a choice that would change nothing: whoever makes it expects something of it."""
    if not writer.edges and (layers or ties):
        raise ExportError(
            _(
                "{tool} gets no connections, of whatever kind: do not say which, or what counts as one.",
                tool=_(writer.tool),
            )
        )
    if edition == "partners" and ties:
        raise ExportError(_("The copy for partners has a line where either side named the other: leave out --ties."))


def _write(folder: Path, stem: str, files: Mapping[str, str | bytes], forbidden: Withheld) -> list[Path]:
    """One file, or a folder of several: whole or not at all."""
    if len(files) == 1:
        ((name, content),) = files.items()
        write_file(folder / name, content, forbidden)
        return [folder / name]
    return write_folders(folder, {stem: files}, {stem: forbidden})
