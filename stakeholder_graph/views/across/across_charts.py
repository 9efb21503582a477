"""Pictures of communities side by side: a funnel for each aspect, and a small chart for each community."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from stakeholder_graph.communities.aspects import ASPECTS
from stakeholder_graph.communities.community_wave import CommunityWave
from stakeholder_graph.communities.side_by_side import SideBySide
from stakeholder_graph.communities.standing import CommunityFunnel
from stakeholder_graph.text import N_, _, percent
from stakeholder_graph.views.across.across_words import POINTS, of_standing, title_of
from stakeholder_graph.views.across.small_map import small_map
from stakeholder_graph.views.charts.figure import drawn_at, figure, shared_key
from stakeholder_graph.views.charts.kinds.dumbbell import Dumbbell, DumbbellRow
from stakeholder_graph.views.charts.kinds.funnel import Funnel, FunnelDot, FunnelLimit, FunnelWords
from stakeholder_graph.views.charts.kinds.key import KeyEntry


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


@dataclass(frozen=True, slots=True)
class CommunityCard:
    """A community among all: its network, or why there is none to see, and what it is like beside chance."""

    name: str
    network: Markup
    why_none: str
    beside_chance: Markup


def cards(together: SideBySide) -> list[CommunityCard]:
    """Draw each community to one scale, by name; those that share a fingerprint last.

    Parameters
    ----------
    together : SideBySide
        Any.
    """
    out = _standing_out(together)
    charts = [
        (wave, Dumbbell(wave.name, tuple(_rows(wave, out)), "", (0.0, 1.0), keyed=False)) for wave in together.latest
    ]
    drawn = [
        CommunityCard(
            wave.name,
            small_map(wave.drawing, _of_network(wave)) if _drawn(wave) and wave.drawing else Markup(""),
            "" if _drawn(wave) else _why_none(wave),
            drawn_at(chart, "narrow", wave.name, "panel") if chart.rows else Markup(""),
        )
        for wave, chart in charts
    ]
    shared = _("It shares a fingerprint, which holds no network.")
    return [*drawn, *(CommunityCard(name, Markup(""), shared, Markup("")) for name in together.fingerprints)]


def key_of_cards(together: SideBySide) -> Markup:
    """What the marks of all cards mean, once.

    Parameters
    ----------
    together : SideBySide
        As of `cards`.
    """
    shares = [row for wave in together.latest for row in wave.comparables if not row.about]
    entries = [KeyEntry("dot", "quiet", _("as it is"))] if shares else []
    if any(not about for _name, _aspect, about in _standing_out(together)):
        entries.append(KeyEntry("dot", "accent", _("one to learn from")))
    if any(row.expected is not None for row in shares):
        entries.append(KeyEntry("tick", "ink", _("by chance")))
    if any(map(_drawn, together.latest)):
        entries.append(KeyEntry("line", "ink", _("a connection between two sectors")))
        entries.append(KeyEntry("line", "line", _("any other connection")))
    return shared_key(*entries) if entries else Markup("")


def _drawn(wave: CommunityWave) -> bool:
    return wave.drawing is not None and wave.drawing.has_lines


def _standing_out(together: SideBySide) -> set[tuple[str, str, tuple[str, ...]]]:
    return {
        (position.community, standing.aspect, standing.about)
        for standing in together.standings
        for position in standing.positions
        if position.stands_out
    }


def _of_network(wave: CommunityWave) -> str:
    drawing = wave.drawing
    count, lines = (len(drawing.points), len(drawing.across) + len(drawing.others)) if drawing else (0, 0)
    return _("Organizations that answered: {count}. Connections among them: {lines}.", count=count, lines=lines)


def _why_none(wave: CommunityWave) -> str:
    if not wave.layer:
        return _("No kind of connection was asked about.")
    if wave.answered < 2:
        return _("Fewer than two organizations answered.")
    if wave.mean_degree == 0:
        return _("No connections among the organizations that answered.")
    return _("Its network has too many organizations or connections for a small drawing.")


def _rows(wave: CommunityWave, out: set[tuple[str, str, tuple[str, ...]]]) -> Iterator[DumbbellRow]:
    for row in wave.comparables:
        if not row.about:
            yield DumbbellRow(
                title_of(row.aspect, ()),
                row.value,
                row.expected,
                percent(row.value),
                "" if row.expected is None else percent(row.expected),
                stands_out=(wave.name, row.aspect, row.about) in out,
            )
