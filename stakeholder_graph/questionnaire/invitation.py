"""The invitation: who sees what, what one may leave out, and what one gets back."""

from collections import Counter
from collections.abc import Mapping

import numpy as np

from stakeholder_graph.questionnaire.paper import draw
from stakeholder_graph.questionnaire.questions import Questionnaire, filled, same
from stakeholder_graph.questionnaire.wording import SAMPLE, SAMPLE_TIES, WORDS, Language
from stakeholder_graph.views.layout.text_width import text_width, wrap
from stakeholder_graph.views.layout.tie_layout import arrange_by_ties
from stakeholder_graph.views.style import sector_looks

_SIZE, _LINE, _RADIUS, _WIDTH, _MARGIN = 13.0, 15.0, 9.0, 110.0, 14.0


def invitation(survey: Questionnaire, language: Language = "en") -> str:
    r"""Draw the page that goes to respondents before the survey.

    Parameters
    ----------
    survey : Questionnaire
        What will be asked, under which promise.
    language : {"en", "es"}

    Returns
    -------
    str
        HTML, to be written as UTF-8 with ``newline="\n"``. It runs no script and asks for nothing; its map is of
        invented organizations.
    """
    fields = {
        "partnership": same(survey.plan.name),
        "backbone": survey.backbone,
        "contact": survey.contact,
        "until": survey.until,
    }
    said = {
        name: filled(WORDS[name], **fields)[language] for name in ("why", "skip", "unnamed", "withdraw", "questions to")
    }
    return draw(survey, "questionnaire/invitation.html", language, said=said, sample=sample_map(language))


def sample_map(language: Language) -> Mapping[str, object]:
    """Lay out the map of invented organizations as the room would see it: lines without direction.

    Parameters
    ----------
    language : {"en", "es"}

    Returns
    -------
    mapping
        What the template draws: its box, its lines, its organizations, and the looks of their sectors.
    """
    names = [name[language] for name, _ in SAMPLE]
    sectors = [sector[language] for _, sector in SAMPLE]
    looks = sector_looks(Counter(sectors))
    broken = [wrap(name, _SIZE, _WIDTH) for name in names]
    heights = np.array([2 * _RADIUS + 6 + _LINE * len(lines) for lines in broken])
    widths = np.array([max(text_width(line, _SIZE) for line in lines) for lines in broken])
    sizes = np.column_stack([np.maximum(widths, 2 * _RADIUS), heights])
    centres = arrange_by_ties(np.array(SAMPLE_TIES, dtype=np.intp), sizes)
    low = (centres - sizes / 2).min(axis=0) - _MARGIN
    high = (centres + sizes / 2).max(axis=0) + _MARGIN
    tops = centres[:, 1] - heights / 2
    points = [(round(float(x), 1), round(float(top) + _RADIUS, 1)) for x, top in zip(centres[:, 0], tops, strict=True)]
    return {
        "box": " ".join(f"{value:.1f}" for value in (*low, *(high - low))),
        "lines": [(*points[one], *points[other]) for one, other in SAMPLE_TIES],
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
