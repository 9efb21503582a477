"""A measure over three waves and more as a small picture: dots with ranges, and a line a step among the panel."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from stakeholder_graph.measures._registry import measures
from stakeholder_graph.studies.change.over_time.timeline import MeasureOverTime
from stakeholder_graph.text import _, translate
from stakeholder_graph.views.amounts import display, title_and_count
from stakeholder_graph.views.compare.change_words import VERDICTS

#: Of the picture, in units of which one is a pixel at its natural size.
WIDTH, HEIGHT, SIDE, ABOVE, BELOW = 320.0, 170.0, 40.0, 26.0, 44.0


#: The least that the axis spans: so much of what a measure can be, or of its value where that has no bounds.
_SPAN = 0.3
#: The width of a letter, and the room that a verdict takes: with more waves only those that hold are written.
_LETTER, _ROOM = 7.0, 85.0


@dataclass(frozen=True, slots=True)
class WaveMark:
    """A value in a wave.

    Parameters
    ----------
    x, y : float
        Where its dot is.
    low, high : float
        Where its range ends; as `y` without one.
    value, wave : str
        In words.
    """

    x: float
    y: float
    low: float
    high: float
    value: str
    wave: str


@dataclass(frozen=True, slots=True)
class StepLine:
    """What those who answered two waves say in both.

    Parameters
    ----------
    x1, y1, x2, y2 : float
        The line.
    verdict : str
        What became of it, in words.
    holds : bool
        Whether it changed by more than luck would.
    ends : tuple of str
        What stands at both ends; blank for nothing.
    """

    x1: float
    y1: float
    x2: float
    y2: float
    verdict: str
    holds: bool
    ends: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class MeasurePanel:
    """A measure over time, drawn.

    Parameters
    ----------
    layer, title : str
        The kind of tie, and what is measured.
    waves : tuple of (float, str)
        Where each wave stands, and its name.
    marks : tuple of WaveMark
        For each wave with a value.
    steps : tuple of StepLine
        From wave to wave.
    said : str
        All of it in a sentence.
    """

    layer: str
    title: str
    waves: tuple[tuple[float, str], ...]
    marks: tuple[WaveMark, ...]
    steps: tuple[StepLine, ...]
    said: str


def wave_labels(waves: tuple[str, ...]) -> tuple[tuple[float, str], ...]:
    """Where each wave stands, from left to right, and its name.

    Parameters
    ----------
    waves : tuple of str
        Their names.

    Examples
    --------
    >>> wave_labels(("2021", "2023", "2025"))
    ((40.0, '2021'), (160.0, '2023'), (280.0, '2025'))
    """
    apart = (WIDTH - 2 * SIDE) / max(len(waves) - 1, 1)
    letters = max(int(apart / _LETTER), 3)
    shown = (wave if len(wave) <= letters else f"{wave[: letters - 1].rstrip()}…" for wave in waves)
    return tuple((round(SIDE + apart * k, 1), wave) for k, wave in enumerate(shown))


def measure_panel(measure: MeasureOverTime, waves: tuple[str, ...]) -> MeasurePanel:
    """Lay a measure out.

    Parameters
    ----------
    measure : MeasureOverTime
        Any.
    waves : tuple of str
        The names of all waves.
    """
    values = [finding.value for finding in measure.findings if finding is not None and finding.value is not None]
    ends = [end for finding in measure.findings if finding is not None for end in finding.range or ()]
    ends += [value for row in measure.steps if row is not None for value in (row.before, row.after)]
    least, most = _axis([*values, *ends], measures()[measure.name].bounds)
    labels = wave_labels(waves)

    def down(value: float) -> float:
        return round(HEIGHT - BELOW - (HEIGHT - ABOVE - BELOW) * (value - least) / (most - least), 1)

    marks = []
    for k, finding in enumerate(measure.findings):
        if finding is not None and finding.value is not None:
            low, high = finding.range or (finding.value, finding.value)
            plain = replace(finding, test=None, rewired=None)
            value = display(plain, finding.value, what=False)
            marks.append(WaveMark(labels[k][0], down(finding.value), down(low), down(high), value, waves[k]))
    steps = [
        StepLine(
            labels[k][0],
            down(row.before),
            labels[k + 1][0],
            down(row.after),
            translate(VERDICTS[row.verdict]) if row.holds or labels[1][0] - labels[0][0] >= _ROOM else "",
            row.holds,
        )
        for k, row in enumerate(measure.steps)
        if row is not None
    ]
    title = title_and_count(next(finding for finding in measure.findings if finding is not None))
    return MeasurePanel(
        measure.layer, title, labels, tuple(marks), tuple(steps), _said(title, tuple(marks), measure, waves)
    )


def _axis(values: Sequence[float], bounds: tuple[float | None, float | None]) -> tuple[float, float]:
    """From the least to the greatest value, and never so near that what is about the same looks like a change."""
    least, most = min(values), max(values)
    low, high = bounds
    span = _SPAN * (high - low) if low is not None and high is not None else _SPAN * max(abs(least), abs(most), 1.0)
    short = max(span - (most - least), 0.0) / 2
    return least - short, most + short


def _said(title: str, marks: tuple[WaveMark, ...], measure: MeasureOverTime, waves: tuple[str, ...]) -> str:
    values = ", ".join(_("{wave} {value}", wave=mark.wave, value=mark.value) for mark in marks)
    steps = ", ".join(
        _("{before} to {after} {verdict}", before=before, after=after, verdict=translate(VERDICTS[row.verdict]))
        for (before, after), row in zip(pairwise(waves), measure.steps, strict=True)
        if row is not None
    )
    return _("{title}: {values}. Among those who answered both: {steps}.", title=title, values=values, steps=steps)
