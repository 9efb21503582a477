"""The reference of measures, written from what they declare: ``python -m stakeholder_graph.views.reference``."""

from itertools import groupby
from pathlib import Path

from stakeholder_graph import measures as home
from stakeholder_graph.measures._registry import MeasureInfo, measures
from stakeholder_graph.measures._sections import section_info, section_order
from stakeholder_graph.views.explain import said_of

PATH = Path(home.__file__).with_name("README.md")

HEAD = """\
# Measures

What each measure answers, how to read it, its formula, the values it can take, when it is undefined, and where it comes
from. `stakeholder-graph explain NAME` says the same. This page is written from the code by
`python -m stakeholder_graph.views.reference`; change the measure, not the page.
"""


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
