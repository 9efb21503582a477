"""What was checked of a copy, in words: each sentence says what came of a check, not what should have."""

from collections.abc import Iterator

from stakeholder_graph.editions.checks.what_was_checked import Checked, SilenceChecked
from stakeholder_graph.editions.release import Release
from stakeholder_graph.text import _, _n, listing, number


def checked_in_words(release: Release, checked: Checked) -> tuple[tuple[str, str], ...]:
    """Say what a reader of the copy cannot work out, and by which check that is known.

    Parameters
    ----------
    release : Release
        What the copy rests on.
    checked : Checked
        What came of the checks.

    Returns
    -------
    tuple of (str, str)
        What it is about, and what was found.
    """
    # Where lists are all there is nobody was asked, so nobody's silence could show.
    silence = checked.silence if release.surveyed or release.layers else ()
    said = [(_("Who has not answered"), " ".join(_silence(survey, checked))) for survey in silence]
    said.append((_("Who named whom"), _direction(release, checked)))
    if release.layers:
        said.append((_("What was said in confidence"), _promises(checked)))
    passages = sum(file.passages for file in checked.files)
    said.append(
        (
            _("What the files say"),
            _n(
                "We searched {count} file, {passages} passages in all, for every name, contact, remark and answer of "
                "the survey that this copy does not hold, alone and beside each other. None was found; with one of "
                "them the copy would not have been written.",
                "We searched {count} files, {passages} passages in all, for every name, contact, remark and answer of "
                "the survey that this copy does not hold, alone and beside each other. None was found; with one of "
                "them the copy would not have been written.",
                len(checked.files),
                passages=number(passages),
            ),
        )
    )
    return tuple(said)


def _silence(survey: SilenceChecked, checked: Checked) -> Iterator[str]:
    if len(checked.silence) > 1:
        yield _("Survey {name}:", name=survey.wave)
    if survey.telling == "not asked":
        yield _("Nothing in this copy says who was asked and who answered.")
    elif survey.telling == "all answered":
        yield _("Everybody answered, so there is nothing to work out.")
    elif survey.telling == "told":
        yield _("Respondents were told that it is shown who answered, so this was not kept from showing.")
    elif survey.telling == "no lines":
        yield _("The copy draws no connection of this survey from which it could be worked out.")
    elif survey.telling == "not stated":
        yield _("The copy does not say how many answered.")
    elif survey.telling == "perhaps":
        yield _(
            "Somebody may be able to work it out: we looked for other organizations that could be those who have not "
            "answered, and did not find enough of them."
        )
    else:
        yield _n(
            "{count} has not answered, and two that have not answered are never connected. Without any one "
            "organization, whichever it is, we found {more} others of whom no two are connected: so it could be "
            "somebody else each time, and follows of nobody.",
            "{count} have not answered, and two that have not answered are never connected. Without any one "
            "organization, whichever it is, we found {more} others of whom no two are connected: so it could be "
            "others each time, and follows of nobody.",
            survey.silent or 0,
            more=number((survey.silent or 0) + 1),
        )
        yield _("Before the connections were drawn, the same was asked for each organization with its own answers.")


def _direction(release: Release, checked: Checked) -> str:
    if not release.layers or release.of_wave().lines is None:
        return _("The copy draws no connection between two organizations.")
    if checked.lines != checked.pairs:
        return _(
            "{lines} lines stand for {pairs} pairs: some stand twice, which may tell who named whom.",
            lines=number(checked.lines),
            pairs=number(checked.pairs),
        )
    return _n(
        "{count} line stands for a pair, once, whoever of the two named it.",
        "{count} lines stand for as many pairs, each once, whoever of the two named it.",
        checked.lines,
    )


def _promises(checked: Checked) -> str:
    if checked.unpromised:
        return _(
            "Respondents were not told that these would be shown by name: {layers}.", layers=listing(checked.unpromised)
        )
    return _("Every kind of connection in this copy is one that respondents were told would be shown by name.")


def limits_in_words(release: Release, checked: Checked) -> tuple[str, ...]:
    """Say what no check can rule out.

    Parameters
    ----------
    release : Release
        What the copy rests on.
    checked : Checked
        What came of the checks.
    """
    return tuple(_limits(release, checked))


def _limits(release: Release, checked: Checked) -> Iterator[str]:
    if any(survey.telling in ("of nobody", "perhaps") for survey in checked.silence):
        yield _(
            "Guesses: an organization with few connections is likelier than others not to have answered. A guess is no "
            "proof, and can be right."
        )
    if release.layers and release.of_wave().lines is not None:
        yield _("What partners know themselves: whoever did not name a partner knows that the partner named them.")
    yield _("A second copy of the same survey, made after late answers, shows what these changed.")
    yield _("What people tell each other, and files that somebody adds to this folder: nobody has looked into these.")
