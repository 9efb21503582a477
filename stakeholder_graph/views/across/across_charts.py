"""Pictures of communities side by side: a funnel for each aspect, and a small chart for each community."""

from collections.abc import Iterator

from markupsafe import Markup

from stakeholder_graph.communities.aspects import ASPECTS
from stakeholder_graph.communities.community_wave import CommunityWave
from stakeholder_graph.communities.side_by_side import SideBySide
from stakeholder_graph.communities.standing import CommunityFunnel
from stakeholder_graph.text import N_, _, percent
from stakeholder_graph.views.across.across_words import POINTS, of_standing, title_of
from stakeholder_graph.views.charts.figure import figure
from stakeholder_graph.views.charts.kinds.dumbbell import Dumbbell, DumbbellRow
from stakeholder_graph.views.charts.kinds.funnel import Funnel, FunnelDot, FunnelLimit, FunnelWords
from stakeholder_graph.views.charts.kinds.small_multiples import SmallMultiples


def funnel(standing: CommunityFunnel) -> Markup:
    """Draw communities in an aspect by size; only those that stand out have a name.

    Parameters
    ----------
    standing : CommunityFunnel
        With limits.
    """
    words = FunnelWords(
        dot=N_("a community"),
        named=N_("one to learn from"),
        usual=N_("95 of 100 communities of this size"),
        nearly_all=N_("998 of 1,000"),
        expected=N_("as usual"),
        size=ASPECTS[standing.aspect].size,
    )
    dots = tuple(
        FunnelDot(round(position.size), POINTS * position.apart, position.community if position.stands_out else "")
        for position in standing.positions
    )
    limits = tuple(
        FunnelLimit(round(limit.size), POINTS * limit.usual, POINTS * limit.nearly_all) for limit in standing.limits
    )
    return figure(Funnel(of_standing(standing), dots, limits, words=words))


def density_chart(standing: CommunityFunnel) -> Markup:
    """Draw the density of communities by size, beside what is usual for each; nobody has a name, as more is not better.

    Parameters
    ----------
    standing : CommunityFunnel
        As `density_funnel` gives it.
    """
    words = FunnelWords(
        dot=N_("a community"),
        named="",
        usual=N_("95 of 100 communities of this size"),
        nearly_all=N_("998 of 1,000"),
        expected=N_("as usual"),
        size=N_("organizations"),
    )
    dots = tuple(FunnelDot(position.size, POINTS * position.apart) for position in standing.positions)
    limits = tuple(
        FunnelLimit(limit.size, POINTS * limit.usual, POINTS * limit.nearly_all) for limit in standing.limits
    )
    title = _("{title}: more or less than usual, in percentage points", title=_("Pairs connected"))
    return figure(Funnel(title, dots, limits, words=words))


def small_charts(together: SideBySide) -> Markup:
    """Draw what each community is like beside what chance would give there, all to one scale, by name.

    Parameters
    ----------
    together : SideBySide
        Any.
    """
    out = {
        (position.community, standing.aspect)
        for standing in together.standings
        for position in standing.positions
        if position.stands_out
    }
    panels = tuple(
        Dumbbell(wave.name, rows, _("by chance"), (0.0, 1.0))
        for wave in together.latest
        if (rows := tuple(_rows(wave, out)))
    )
    return (
        figure(SmallMultiples(_("Each community, beside what chance would give there"), panels))
        if panels
        else Markup("")
    )


def _rows(wave: CommunityWave, out: set[tuple[str, str]]) -> Iterator[DumbbellRow]:
    for row in wave.comparables:
        if not row.about:
            yield DumbbellRow(
                title_of(row.aspect, ()),
                row.value,
                row.expected,
                percent(row.value),
                "" if row.expected is None else percent(row.expected),
                stands_out=(wave.name, row.aspect) in out,
            )
