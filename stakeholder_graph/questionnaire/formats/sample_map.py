"""The map of invented organizations that the invitation shows."""

from collections import Counter
from collections.abc import Mapping

import numpy as np

from stakeholder_graph.text import N_, _
from stakeholder_graph.views.layout.text_width import text_width, wrap
from stakeholder_graph.views.layout.tie_layout import arrange_by_ties
from stakeholder_graph.views.style import sector_looks

_SIZE, _LINE, _RADIUS, _WIDTH, _MARGIN = 13.0, 15.0, 9.0, 110.0, 14.0

#: Organizations with their sectors.
_ORGANIZATIONS = (
    (N_("School district"), N_("Schools")),
    (N_("High school"), N_("Schools")),
    (N_("Community college"), N_("Schools")),
    (N_("Clinic"), N_("Health")),
    (N_("Hospital"), N_("Health")),
    (N_("Public library"), N_("Government")),
    (N_("City council"), N_("Government")),
    (N_("Food bank"), N_("Nonprofits")),
    (N_("Youth club"), N_("Nonprofits")),
    (N_("Parents' circle"), N_("Residents")),
    (N_("Credit union"), N_("Business")),
)

#: Who is tied with whom, by position in the list.
TIES = (
    (0, 1), (0, 2), (1, 2), (0, 5), (5, 3), (3, 4), (4, 7), (3, 7),
    (5, 8), (1, 8), (8, 9), (5, 6), (6, 0), (6, 4), (2, 10),
)  # fmt: skip


def sample_map() -> Mapping[str, object]:
    """Lay out a map as the room would see it, in the language that is spoken: lines without direction.

    Returns
    -------
    mapping
        What the template draws: its box, its lines, its organizations, and the looks of their sectors.
    """
    names = [_(name) for name, _sector in _ORGANIZATIONS]
    sectors = [_(sector) for _name, sector in _ORGANIZATIONS]
    by_english_name = [_(sector) for sector in sorted({sector for _name, sector in _ORGANIZATIONS})]
    looks = sector_looks(Counter(sectors), order=by_english_name)
    broken = [wrap(name, _SIZE, _WIDTH) for name in names]
    heights = np.array([2 * _RADIUS + 6 + _LINE * len(lines) for lines in broken])
    widths = np.array([max(text_width(line, _SIZE) for line in lines) for lines in broken])
    sizes = np.column_stack([np.maximum(widths, 2 * _RADIUS), heights])
    centres = arrange_by_ties(np.array(TIES, dtype=np.intp), sizes)
    low = (centres - sizes / 2).min(axis=0) - _MARGIN
    high = (centres + sizes / 2).max(axis=0) + _MARGIN
    tops = centres[:, 1] - heights / 2
    points = [(round(float(x), 1), round(float(top) + _RADIUS, 1)) for x, top in zip(centres[:, 0], tops, strict=True)]
    return {
        "box": " ".join(f"{value:.1f}" for value in (*low, *(high - low))),
        "lines": [(*points[a], *points[b]) for a, b in TIES],
        "organizations": [
            {
                "x": x,
                "y": y,
                "look": looks[sector],
                "sector": sector,
                "lines": [(text, round(y + _RADIUS + 4 + _LINE * (k + 0.75), 1)) for k, text in enumerate(lines)],
            }
            for (x, y), sector, lines in zip(points, sectors, broken, strict=True)
        ],
        "looks": looks,
        "radius": _RADIUS,
        "size": _SIZE,
    }
