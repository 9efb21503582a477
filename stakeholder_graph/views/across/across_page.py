"""Communities side by side as one page for the desk of whoever holds them together."""

from stakeholder_graph.communities.side_by_side import SideBySide
from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.graph import Partnership
from stakeholder_graph.model.survey import SurveyInfo
from stakeholder_graph.text import _, percent
from stakeholder_graph.views.across.across_charts import cards, density_chart, funnel, key_of_cards
from stakeholder_graph.views.across.across_table import community_table
from stakeholder_graph.views.across.across_words import (
    beside_own_chance,
    title_of,
    to_learn,
    what_was_tested,
    words_of_fingerprint,
)
from stakeholder_graph.views.page import render


def draw_across(together: SideBySide) -> str:
    """Draw communities side by side as one page that opens offline in any browser.

    Parameters
    ----------
    together : SideBySide
        Any.

    Returns
    -------
    str
        HTML. It names communities and no organization, and says of each what only its desk knows.
    """
    info = SurveyInfo(
        _("Communities side by side"),
        draft=any(wave.draft for wave in together.waves),
        invented=any(wave.invented for wave in together.waves),
    )
    drawn = [standing for standing in together.standings if standing.limits]
    return render(
        Copy("backbone", Partnership(info, {}), (), ""),
        "views/across/across.html",
        count=len(together.latest) + len(together.fingerprints),
        learn=list(to_learn(together)),
        tested=list(what_was_tested(together)),
        own_chance=list(beside_own_chance(together)),
        # A group in which nobody stands out is one of many: it is folded.
        funnels=[funnel(standing) for standing in drawn if not standing.about or standing.to_learn_from],
        folded=[funnel(standing) for standing in drawn if standing.about and not standing.to_learn_from],
        density=density_chart(together.density_funnel) if together.density_funnel else None,
        cards=cards(together),
        key=key_of_cards(together),
        percent=percent,
        table=community_table(together),
        compared=bool(together.latest),
        connected=any(wave.density is not None for wave in together.waves),
        said={
            name: words
            for name, fingerprint in together.fingerprints.items()
            if (words := words_of_fingerprint(fingerprint))
        },
        groups=[
            (wave.name, title_of(row.aspect, row.about), row)
            for wave in together.latest
            for row in wave.comparables
            if row.about
        ],
        own=[wave for wave in together.latest if wave.own_outcomes or wave.own_sectors],
    )
