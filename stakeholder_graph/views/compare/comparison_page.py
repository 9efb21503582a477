"""A comparison as one page for the backbone's desk."""

from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.studies.change.comparison import Comparison
from stakeholder_graph.studies.change.over_time.timeline import Timeline
from stakeholder_graph.views.compare.change_words import became, layer_changes
from stakeholder_graph.views.compare.comparison_text import rename_questions, silence, whom_to_ask
from stakeholder_graph.views.compare.forecast_words import forecast_lines, score_in_words
from stakeholder_graph.views.compare.measure_lines import measure_lines, p_in_words
from stakeholder_graph.views.compare.survey_words import difference
from stakeholder_graph.views.compare.timeline_view import timeline_view
from stakeholder_graph.views.page import render


def draw_comparison(comparison: Comparison, over_time: Timeline | None = None) -> str:
    """Draw a comparison as one page that opens offline in any browser.

    Parameters
    ----------
    comparison : Comparison
        Any.
    over_time : Timeline, optional
        Of three waves and more.

    Returns
    -------
    str
        HTML. It names organizations and says who answered: it must stay on the backbone's desk.
    """
    copy = Copy("backbone", comparison.partnership, (), comparison.after)
    changes = list(layer_changes(comparison))
    lines = list(measure_lines(comparison))
    return render(
        copy,
        "views/compare/comparison.html",
        comparison=comparison,
        changes=changes,
        silence=list(silence(comparison)),
        renames=rename_questions(comparison),
        whom_to_ask=whom_to_ask(comparison),
        survey=[difference(message, comparison) for message in comparison.survey],
        tables=[
            (layer, [line for line in lines if line.layer == layer])
            for layer in dict.fromkeys(line.layer for line in lines)
        ],
        pairs=[(tie, became(tie.change, tie.layer, comparison)) for tie in comparison.ties if tie.change != "kept"],
        groups=comparison.groups,
        forecasts=forecast_lines(comparison.forecasts),
        score=list(score_in_words(comparison.forecasts)),
        p_in_words=p_in_words,
        over_time=over_time,
        timeline=timeline_view(over_time) if over_time else None,
    )
