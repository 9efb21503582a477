"""Sections of the report: their names, titles and order, declared once."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from stakeholder_graph.text import N_


@dataclass(frozen=True, slots=True)
class SectionInfo:
    """One section of the report.

    Parameters
    ----------
    title : str
        A message id.
    on_page_one : bool
        Whether its findings may be among the few that page one tells; who answered stands there anyway.
    """

    title: str
    on_page_one: bool = True


#: By name, in the order of the report; sections of other packages follow under their own names.
SECTIONS: Mapping[str, SectionInfo] = MappingProxyType(
    {
        "response": SectionInfo(N_("Who answered"), on_page_one=False),
        "outcomes": SectionInfo(N_("An outcome at a time"), on_page_one=False),
        "results": SectionInfo(N_("Indicators over time"), on_page_one=False),
        "clusters": SectionInfo(N_("Who works on the same outcomes")),
        "silos": SectionInfo(N_("Working across sectors")),
        "missing": SectionInfo(N_("Who is missing")),
        "bridges": SectionInfo(N_("Who connects others")),
        "alignment": SectionInfo(N_("What we stand for together")),
        "ties": SectionInfo(N_("How closely we work together")),
        "network": SectionInfo(N_("The network as a whole")),
        "change": SectionInfo(N_("What changed since the last survey"), on_page_one=False),
    }
)


#: The pages that stand before the appendix, in their order: what belongs together in short, and the title.
PAGES: Mapping[str, str] = MappingProxyType(
    {
        "silos": N_("Working across sectors"),
        "missing": N_("Who is missing"),
        "alignment": N_("What we stand for together"),
        "network": N_("The network as a whole"),
    }
)


#: What a section or page is called where neither outcomes nor an agenda were asked about.
OF_TIES_ALONE: Mapping[str, str] = MappingProxyType({"alignment": N_("What connections go with")})


def section_info(name: str) -> SectionInfo:
    """What is known of a section; of one that another package made up, its name.

    Parameters
    ----------
    name : str
        As measures declare it.

    Returns
    -------
    SectionInfo
        Its title, and whether page one speaks of it.

    Examples
    --------
    >>> section_info("silos").title, section_info("money_flows").title
    ('Working across sectors', 'Money flows')
    """
    return SECTIONS.get(name) or SectionInfo(name.replace("_", " ").capitalize())


def section_title(name: str, *, aims_asked: bool) -> str:
    """What a section is called on a copy.

    Parameters
    ----------
    name : str
        As measures declare it.
    aims_asked : bool
        Whether outcomes or an agenda were asked about.

    Returns
    -------
    str
        A message id.

    Examples
    --------
    >>> section_title("alignment", aims_asked=False), section_title("silos", aims_asked=False)
    ('What connections go with', 'Working across sectors')
    """
    title = section_info(name).title
    return title if aims_asked else OF_TIES_ALONE.get(name, title)


def section_order(name: str) -> int:
    """Where a section stands in the report; those of other packages come last.

    Parameters
    ----------
    name : str
        As measures declare it.

    Returns
    -------
    int
        0 for the first.

    Examples
    --------
    >>> section_order("response"), section_order("money_flows")
    (0, 11)
    """
    return list(SECTIONS).index(name) if name in SECTIONS else len(SECTIONS)
