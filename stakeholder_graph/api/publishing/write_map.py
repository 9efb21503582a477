"""Write the map alone."""

from pathlib import Path
from typing import Literal

from stakeholder_graph.api.in_its_language import in_its_language
from stakeholder_graph.editions import make_copy
from stakeholder_graph.editions.publish import write_file
from stakeholder_graph.editions.withheld import withheld
from stakeholder_graph.graph import Partnership
from stakeholder_graph.progress import part
from stakeholder_graph.storage.file_forms import PAGES, form_of_file
from stakeholder_graph.studies.assess import assess
from stakeholder_graph.studies.condensed import too_large
from stakeholder_graph.survey.input_files import check_unchanged
from stakeholder_graph.text import _
from stakeholder_graph.views.map.map_page import draw_map as map_page
from stakeholder_graph.views.report_folders import FOLDERS

#: What a map says that is too large to be drawn whole; the other measures take long then, and it shows none of them.
ON_LARGE_MAPS = ("response",)


@in_its_language
def draw_map(
    partnership: Partnership,
    output: str | Path | None = None,
    *,
    edition: Literal["backbone", "partners"] = "partners",
    wave: str | None = None,
    layer: str | None = None,
) -> Path:
    """Write the map alone, as one page that opens offline in any browser.

    Parameters
    ----------
    partnership : Partnership
        As `read` gives it.
    output : str or Path, optional
        The file; by default ``outputs/for-the-room-map.html``, or the same for another edition.
    edition : {"backbone", "partners"}
        For whom. The room's map shows ties without direction and nothing of who answered; the community has none, since
        its copy names nobody.
    wave : str, optional
        A round of the survey; the latest by default.
    layer : str, optional
        The kind of tie that is shown first.

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
    path = Path(output) if output else Path("outputs") / f"{FOLDERS[edition]}-map.html"
    form_of_file(path, None, PAGES)
    with part(0.75):
        findings = assess(partnership, ["response"], wave=wave)
        check_unchanged(partnership.info.read_from)
        name, layers = partnership.graph(wave).wave.name, tuple(partnership.graph(wave).layers)
        large = too_large(partnership, layers)
        copy = make_copy(edition, partnership, findings, name, ON_LARGE_MAPS if large else None)
        if large and not too_large(copy.partnership, layers):  # of few lines the room's map may hold all
            copy = make_copy(edition, partnership, findings, name)
    with part(0.7, _("Drawing")):
        page = map_page(copy, layer)
    with part(what=_("Checking what stands in the files")):
        write_file(path, page, withheld(partnership, copy))
    return path
