"""The references of measures and of editions, written from what they declare.

Run ``python -m stakeholder_graph.views.reference`` to write both anew.
"""

from itertools import groupby
from pathlib import Path

from stakeholder_graph import editions
from stakeholder_graph import measures as home
from stakeholder_graph.editions import declared_words as words
from stakeholder_graph.measures._registry import MeasureInfo, measures
from stakeholder_graph.measures._sections import section_info, section_order
from stakeholder_graph.views.explain import said_of

PATH = Path(home.__file__).with_name("README.md")
EDITIONS_PATH = Path(editions.__file__).with_name("README.md")

HEAD = """\
# Measures

What each measure answers, how to read it, its formula, the values it can take, when it is undefined, and where it comes
from. `stakeholder-graph explain NAME` says the same. This page is written from the code by
`python -m stakeholder_graph.views.reference`; change the measure, not the page.
"""


EDITIONS_HEAD = """\
# Editions: what each copy may hold

`backbone-only/` holds everything. Every other copy is computed from its *release*, a closed list of values, and from nothing
else: each number, table, picture, sentence and file, with its layout and order. Two surveys with equal releases give the same
copy, byte for byte. So nobody can learn from a copy what its release does not hold.

| | in the room's release | where it comes from |
|---|---|---|
| organizations | name, sector, who the backbone is | the backbone's list; what only answers say is left out |
| N of M answered | the two numbers, if at least three or all answered | a count |
| lines | pairs with a tie of a kind promised `named` or `named with strength`; never who reported it | answers, under the rule below |
| how close a line is | the closer of two answers, only if promised `named with strength` | answers |
| who works on what | outcomes, teams and the like by organization | a list that the backbone keeps for everybody; answers only if everybody answered or `who_answered = "named"` |
| how many work on each outcome | a number from five on | a count |
| agenda | of ten, how many agree; never none, never all; from ten answers on | a count, under the promise on ratings |
| verdicts | the words below, at most {most} | all answers |

The community's release is made of the room's: organizations that the list marks as public, the lines among them, and sectors
of fewer than five organizations merged into one.

**The rule for lines.** Two organizations that have not answered never share a line. So whoever knows how many have not
answered, S, knows that these are S organizations without a line between any two of them. Lines of a wave are drawn only if
there are S + 1 such organizations whichever one is left out, and for each partner also without those that its own answers
prove to have answered. Then nobody is proven silent. The setting `strict = true` asks for 4 S / 3 instead of S + 1. If lines may
not be drawn, the copy says so; earlier waves fall under the same rule.

**What this costs.** The room's numbers count lines, each pair once. They differ from those of the desk, and they have no range. The
room gets no number that rests on directions or on who answered: no response by sector, no share of ties that both sides named, no
range for missing answers, no levels unless promised, no outcomes by organization unless a list or everybody says them.

## Verdicts in words

A copy says of all answers together only what stands here. A word is about the network, an outcome, what two organizations
have in common, or a pair of sectors of at least {fewest} organizations each; a kind of tie must join at least {pairs} pairs. No
number stands beside it. Words stand in this order and in the order of names, never in the order of how clear they are. A word on
two sectors is said only if all answers and the lines of the map say the same.

| word | taken from | what it could tell |
|---|---|---|
"""

EDITIONS_FOOT = """\

## What no tool can prevent

These figures were measured on generated partnerships, unless the example is named.

- **Guessing.** Whoever takes the S organizations with the fewest lines for those that have not answered is right about .52 of them;
  picking at random is right about .28. On the example it is .56. The rule prevents a proof, not a guess.
- **A second copy of the same wave.** After one to eight late answers, a second room copy proves .67 to .85 of these to have been
  late. Give out one copy a wave, or tell the partners, and keep a list of the copies that you gave out.
- **What a partner knows.** A line that a partner did not report was reported by the other side. If lines show how close they are, a
  partner who reported a weaker tie reads the other's answer off the line.
- **Two waves side by side.** Whoever has far fewer lines than last time may just not have answered.
"""


def editions_reference() -> str:
    """Say what each copy may hold, which verdicts in words it may say, and what each could tell.

    Returns
    -------
    str
        Markdown.

    Examples
    --------
    >>> print(editions_reference().splitlines()[0])
    # Editions: what each copy may hold
    """
    head = EDITIONS_HEAD.format(most=words.MOST, fewest=words.FEWEST, pairs=words.FEWEST_PAIRS)
    gaps = {"one": "…", "other": "…"}
    rows = (
        f"| {word.text.format(**gaps)} | `{word.measure}` | {word.could_tell} |\n"
        for word in words.DECLARED_WORDS.values()
    )
    return head + "".join(rows) + EDITIONS_FOOT


def reference() -> str:
    """Say all that there is to say of every measure, as Markdown, in the order of the report.

    Returns
    -------
    str
        Of the measures of this package; those of others are explained by ``explain``.

    Examples
    --------
    >>> print(reference().splitlines()[0])
    # Measures
    """
    ours = [info for info in measures().values() if info.function.__module__.startswith("stakeholder_graph.")]
    ours.sort(key=lambda info: section_order(info.section))
    parts = [HEAD]
    for section, of_section in groupby(ours, key=lambda info: info.section):
        parts += [f"## {section_info(section).title}\n", *(_entry(info) for info in of_section)]
    return "\n".join(parts)


def _entry(info: MeasureInfo) -> str:
    lines = [f"- **{label}.** {text}" if label else f"{text}\n" for label, text in said_of(info)]
    return "\n".join([f"### {info.title} (`{info.name}`)\n", *lines, ""])


if __name__ == "__main__":
    PATH.write_text(reference(), encoding="utf-8")
    EDITIONS_PATH.write_text(editions_reference(), encoding="utf-8")
