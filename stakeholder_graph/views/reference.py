"""The reference of measures, and of the verdicts in words of an edition, written from what they declare.

Run ``python -m stakeholder_graph.views.reference`` to write both anew.
"""

import re
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


#: Around what is written from the code in the page on editions; all else in it is written by hand.
BEGIN, END = "<!-- words: written from the code -->\n", "<!-- end of words -->\n"

WORDS_HEAD = """\
A release holds at most {most} words. A sector that a word names has at least {fewest} organizations, and a kind of tie
that it speaks of joins at least {pairs} pairs.

| word | taken from | what it could tell |
|---|---|---|
"""


def words_reference() -> str:
    """Say which verdicts in words a copy may hold, and what each could tell of the answers.

    Returns
    -------
    str
        A table in Markdown.

    Examples
    --------
    >>> "Among those who answered both times, there are fewer connections than before." in words_reference()
    True
    """
    head = WORDS_HEAD.format(most=words.MOST, fewest=words.FEWEST, pairs=words.FEWEST_PAIRS)
    rows = (
        f"| {_with_gaps(word.text)} | `{word.measure}` | {word.could_tell} |\n"
        for word in words.DECLARED_WORDS.values()
    )
    return head + "".join(rows)


def _with_gaps(text: str) -> str:
    return re.sub(r"\{\w+\}", "…", text)


def editions_page(written: str) -> str:
    """The page on editions with the table of words as the code has it.

    Parameters
    ----------
    written : str
        The page as it is.
    """
    before, _, rest = written.partition(BEGIN)
    return before + BEGIN + words_reference() + END + rest.partition(END)[2]


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
    EDITIONS_PATH.write_text(editions_page(EDITIONS_PATH.read_text(encoding="utf-8")), encoding="utf-8")
