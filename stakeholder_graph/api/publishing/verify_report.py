"""Make a report again elsewhere, and compare."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from stakeholder_graph import __version__
from stakeholder_graph.api.publishing.write_report import report
from stakeholder_graph.api.reading import read
from stakeholder_graph.concurrency.second_process import SecondProcess
from stakeholder_graph.editions.manifests import (
    MANIFEST,
    Manifest,
    ManifestError,
    Verification,
    compared_files,
    compared_inputs,
    input_digests,
    installed_libraries,
    this_machine,
)
from stakeholder_graph.progress import part
from stakeholder_graph.text import _
from stakeholder_graph.views.folders import MERGES
from stakeholder_graph.views.report_folders import FOLDERS


def verify(
    path: str | Path,
    output: str | Path = "outputs",
    *,
    second: SecondProcess | None = None,
) -> Verification:
    r"""Say whether a report can be made again, byte for byte; nothing of it is written over.

    Parameters
    ----------
    path : str or Path
        The partnership, as for `read`.
    output : str or Path
        The folder that `report` wrote its folders into; the desk's must be among them, for it holds the manifest.
    second
        As in `measure`.

    Returns
    -------
    Verification
        Every file of every folder, and why one comes out otherwise. What people filled in is carried over before files
        are compared.

    Raises
    ------
    ManifestError
        If there is no manifest, or it cannot be read.
    SurveyError
        With every problem of the files as they are now.

    Examples
    --------
    >>> folder = getfixture("tmp_path")
    >>> _ = (folder / "organizations.csv").write_text("name\nZoo\nYMCA\n")
    >>> _ = (folder / "ties.csv").write_text("from,to\nZoo,YMCA\nYMCA,Zoo\n")
    >>> _ = report(read(folder), folder / "outputs", editions=["backbone"], permutations=99, draws=20)
    >>> verify(folder, folder / "outputs").reproduced
    True
    """
    output = Path(output)
    desk = output / FOLDERS["backbone"]
    manifest = _manifest(desk / MANIFEST)
    options = manifest.options
    with part(0.02, _("Reading")):
        partnership = read(path, language=options.language)
    digests = input_digests(partnership.info.read_from)
    inputs, versions = compared_inputs(manifest.inputs, digests), tuple(_versions(manifest))
    with TemporaryDirectory() as temporary:
        again = Path(temporary)
        for folder in manifest.outputs:
            # What people filled in settles some of the calls, and stands in the new files too.
            if (output / folder).is_dir():
                shutil.copytree(output / folder, again / folder, symlinks=True)
        report(
            partnership,
            again,
            editions=options.editions,
            wave=options.wave,
            layers=options.layers or None,
            ties=options.ties,
            permutations=options.permutations,
            draws=options.draws,
            seed=options.seed,
            second=second,
        )
        files = compared_files(
            manifest, output, again, tuple(MERGES), "inputs" if inputs else "versions" if versions else ""
        )
    folder = partnership.info.read_from.folder
    return Verification(files, inputs, versions, options.command(Path(folder).name))


def _manifest(path: Path) -> Manifest:
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        said = _("There is no {file} that can be read. Write the report again, or name its folder with -o.", file=path)
        raise ManifestError(said) from error
    return Manifest.from_json(text, str(path))


def _versions(manifest: Manifest) -> Iterator[tuple[str, str, str]]:
    """What differs between then and now."""
    then = {"stakeholder-graph": manifest.version, **manifest.machine, **manifest.libraries}
    now = {"stakeholder-graph": __version__, **this_machine(), **installed_libraries()}
    for name in dict.fromkeys([*then, *now]):
        if then.get(name) != now.get(name):
            yield name, then.get(name, ""), now.get(name, "")
