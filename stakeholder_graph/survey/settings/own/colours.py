"""Checks the colours of sectors: that the survey has the sector, and that people can see and tell them apart."""

from collections.abc import Sequence
from itertools import combinations

from stakeholder_graph.model.colours import SEEN_ON_WHITE, TOLD_APART, contrast_with_white, darkened, difference
from stakeholder_graph.model.problems import Inspection, suggestion
from stakeholder_graph.survey.names.roster import Names
from stakeholder_graph.survey.settings.elements import Location
from stakeholder_graph.survey.settings.own.spelled import ColourSettings
from stakeholder_graph.text import _, listing

#: So many sectors are named where one is not known.
_MOST_NAMED = 12


def sector_colours(
    rows: Sequence[ColourSettings], sectors: Names, file: str, inspection: Inspection
) -> tuple[tuple[str, str], ...]:
    """Give the colours of sectors as the survey calls these, noting what is wrong with them.

    Parameters
    ----------
    rows : sequence of ColourSettings
        As the settings have them.
    sectors : Names
        Those of the survey.
    file : str
        Where the settings stand.
    inspection : Inspection
        Takes problems, and advice on two sectors that look alike.

    Examples
    --------
    >>> inspection, row = Inspection(), ColourSettings(sector="Helth", colour="#0072b2")
    >>> sector_colours([row], Names(["Health"]), "partnership.toml", inspection)
    ()
    >>> print(inspection.problems[0])
    partnership.toml, colours: There is no sector “Helth”. Did you mean “Health”?
    """
    colours: dict[str, str] = {}
    for row in rows:
        at = _where(row, file)
        known = sectors.find(row.sector)
        if not known:
            what = _("There is no sector “{sector}”.", sector=row.sector)
            inspection.wrong(what, _nearest(row.sector, list(sectors.shown.values())), at.file, at.row)
        elif contrast_with_white(row.colour) < SEEN_ON_WHITE:
            inspection.wrong(
                _("{colour}, of “{sector}”, can hardly be seen on white.", colour=row.colour, sector=row.sector),
                _("Write a darker colour, such as {colour}.", colour=darkened(row.colour)),
                at.file,
                at.row,
            )
        else:
            colours[known] = row.colour
    for (sector, colour), (neighbour, near) in combinations(colours.items(), 2):
        if difference(colour, near) < TOLD_APART:
            inspection.advise(
                _("The colours of “{one}” and “{other}” can hardly be told apart.", one=sector, other=neighbour),
                _("Choose colours that differ more; or leave one of the two out, and it is given one that differs."),
                _("{file}, colours", file=file),
            )
    return tuple(colours.items())


def _nearest(written: str, sectors: list[str]) -> str:
    named = listing([_("“{name}”", name=sector) for sector in sectors[:_MOST_NAMED]], "or")
    otherwise = _("Write one of the survey’s: {sectors}.", sectors=named) if named else _("Remove it: there is none.")
    return suggestion(written, sectors, otherwise)


def _where(row: ColourSettings, file: str) -> Location:
    """A row of the sheet knows where it stands; a line of a table in a text does not."""
    at = row.location
    return at if at.row is not None else Location(_("{file}, colours", file=file))
