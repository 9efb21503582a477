"""What came of making a report again, in words."""

from collections.abc import Iterator

from stakeholder_graph.editions.manifests import FileCheck, Verification
from stakeholder_graph.text import N_, _, _n, listing

#: So many files are named one by one.
FILES_SAID = 12


def verified(verification: Verification) -> list[str]:
    """Say whether a report can be made again byte for byte, and if not, which files differ and why.

    Parameters
    ----------
    verification : Verification
        As `stakeholder_graph.verify` gives it.

    Returns
    -------
    list of str
        Sentences; the verdict comes first.

    Examples
    --------
    >>> same = FileCheck("backbone-only", "report.html", "same")
    >>> verified(Verification((same,), {}, (), "stakeholder-graph report ours"))
    ['The report can be made again byte for byte: its 1 file is the same.']
    """
    count, differing = len(verification.files), [file for file in verification.files if file.how != "same"]
    if not differing:
        verdict = _n(
            "The report can be made again byte for byte: its {count} file is the same.",
            "The report can be made again byte for byte: all its {count} files are the same.",
            count,
        )
    else:
        verdict = _n(
            "The report is not what would be made now: of {files} files {count} differs.",
            "The report is not what would be made now: of {files} files {count} differ.",
            len(differing),
            files=count,
        )
    return [verdict, *_inputs(verification), *_versions(verification), *_files(differing)]


def _inputs(verification: Verification) -> Iterator[str]:
    """Which files of the partnership are not as they were; what is gone may explain what is new."""
    said = {
        "changed": N_("Changed since the report was written: {files}."),
        "gone": N_("Read for the report and gone since: {files}."),
        "new": N_("Not there when the report was written: {files}."),
    }
    for how, sentence in said.items():
        if files := [name for name, became in verification.inputs.items() if became == how]:
            yield _(sentence, files=listing(files))


def _versions(verification: Verification) -> Iterator[str]:
    for name, then, now in verification.versions:
        yield _("{name} was {then} and is {now} now.", name=name, then=then or "–", now=now or "–")


def _files(differing: list[FileCheck]) -> Iterator[str]:
    """Which files differ, by the reason."""
    reasons = {
        "inputs": N_("These files come out otherwise, since files of the survey changed: {files}."),
        "versions": N_("These files come out otherwise, since versions differ: {files}."),
        "filled in": N_(
            "These files come out otherwise, since somebody filled in the call list or the corrections: {files}."
        ),
        "edited": N_("Somebody changed these files after they were written: {files}."),
        "missing": N_("These files are gone: {files}."),
        "unknown": N_(
            "These files come out otherwise, and neither files of the survey nor versions explain it: {files}. A font "
            "that was installed since can be the reason; otherwise please report it."
        ),
    }
    for how, sentence in reasons.items():
        if files := [f"{file.folder}/{file.name}" for file in differing if file.how == how]:
            more = len(files) - FILES_SAID
            named = [*files[:FILES_SAID], _n("{count} more", "{count} more", more)] if more > 0 else files
            yield _(sentence, files=listing(named))
