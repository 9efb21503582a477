"""Text that means harm, and a survey that has it in every field."""

import json
from collections.abc import Callable
from pathlib import Path

import pandas as pd

from stakeholder_graph.generators import write

RUN = "window.ran=1"
#: Each would run a script, load something, break out of where it stands or be taken for something else.
PAYLOADS = (
    f"<script>{RUN}</script>",
    f"<ScRiPt x>{RUN}</sCrIpT>",
    f"</script><script>{RUN}</script>",
    f"<scr<script>ipt>{RUN}</scr</script>ipt>",
    f"<img src=x onerror={RUN}>",
    f'"><img src=x onerror="{RUN}">',
    f"'><img src=x onerror='{RUN}'>",
    f"<svg onload={RUN}>",
    f"</style><svg/onload={RUN}>",
    f"</title><svg onload={RUN}>",
    f"</textarea><svg onload={RUN}>",
    f"</option></select><svg onload={RUN}>",
    f"</svg><script>{RUN}</script>",
    f"<svg><script href=data:,{RUN} />",
    f"<svg><animate onbegin={RUN} attributeName=x dur=1s>",
    f"<svg><a xlink:href=javascript:{RUN}><text>x</text></a></svg>",
    f"<svg><foreignObject><img src=x onerror={RUN}></foreignObject></svg>",
    f"<math><mtext><table><mglyph><style><img src=x onerror={RUN}>",
    f'<noscript><p title="</noscript><img src=x onerror={RUN}>">',
    f"<form><math><mtext></form><form><mglyph><style></math><img src onerror={RUN}>",
    f"<iframe srcdoc='<script>parent.{RUN}</script>'></iframe>",
    f"<iframe src=javascript:parent.{RUN}></iframe>",
    f"<object data='data:text/html,<script>{RUN}</script>'></object>",
    f"<embed src='data:image/svg+xml,<svg onload={RUN}>'>",
    f"<body onload={RUN}>",
    f"<details open ontoggle={RUN}>",
    f"<input autofocus onfocus={RUN}>",
    f"<a href=javascript:{RUN}>click</a>",
    f"<video><source onerror={RUN}></video>",
    f"<marquee onstart={RUN}>",
    "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
    "<base href=https://evil.example/>",
    "<link rel=stylesheet href=https://evil.example/a.css>",
    "<style>@import 'https://evil.example/b.css';</style>",
    f"javascript:{RUN}",
    f"data:text/html,<script>{RUN}</script>",
    "https://evil.example/href",
    "{{7*7}}{{self.__init__.__globals__}}",
    "{% raw %}{{ '' }}{% endraw %}{# x #}",
    f"${{{RUN}}}",
    f"`${{{RUN}}}`",
    "#{7*7} <%= 7*7 %>",
    "red;background:url(https://evil.example/c.png)",
    "}*{background:url(//evil.example/d.png)}",
    "<!--",
    "--><!-- -->",
    "<![CDATA[ ]]>",
    "]]>&xxe;",
    "&lt;b&gt;&#60;i&#62;&amp;",
    f"&#x3c;img src=x onerror={RUN}&#x3e;",
    f"%3Cscript%3E{RUN}%3C/script%3E",
    f'");{RUN};("',
    f"');{RUN};('",
    f'\\";{RUN};//',
    "back\\slash\\",
    f"\\u003cimg src=x onerror={RUN}\\u003e;",
    f"line\u2028{RUN}\u2029end",
    "\u202egnp.exe\u202c",
    "zero\u200bwidth\ufeff",
    "=cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd",
    "+1-1",
    "-2+3",
    "../../../../etc/passwd",
    "..\\..\\windows\\system32",
    "__proto__",
    "constructor",
    "toString",
    "hasOwnProperty",
    "prototype",
    "valueOf",
    "null",
    "undefined",
    "NaN",
    "true",
    "-1",
    "1e309",
    "0",
    ".",
    "👩🏽‍🚀🏳️‍🌈",
    "ＳＣＲＩＰＴ＜",
    "عربي <b>עברית</b>",
    "long " + "x" * 400,
    "#organization=x&steps=2",
    "policy-of-this-page",
)


def survey(
    folder: Path, text: Callable[[int], str], *, people: int = len(PAYLOADS), few: int = 2, shift: int = 0
) -> Path:
    """Write a survey in which each field takes its text from a function of a number.

    Parameters
    ----------
    folder : Path
        Where to.
    text : callable
        The payload of a number or, for the same survey without harm, a word.
    people : int
        How many organizations, outcomes, teams and the like, at least 20.
    few : int
        How many layers, waves, steps of a scale and headers of attributes; the partnership's name and what its sectors
        are called are made of as many.
    shift : int
        The number at which all but the names of organizations begin.
    """
    n = people
    names = [text(k) for k in range(n)]
    later = [text((shift + k) % len(PAYLOADS)) for k in range(n)]
    kinds, rounds, heads, steps = later[:few], later[few : 2 * few], later[2 * few : 3 * few], later[-few:]
    called = " ".join(later[few : 2 * few])
    where = [(w, layer) for w in rounds for layer in kinds]
    pairs = [
        (names[k], names[(k + step) % n], 1 + (k + step) % few) for k in range(n) if k % 9 != 4 for step in (1, 2, 7)
    ]
    tables = {
        "organizations": pd.DataFrame(
            {
                "organization": names,
                called: [later[k % 11] for k in range(n)],
                "role": ["backbone", *later[1:]],
                "public": "yes",
                **{head: [later[(7 * k + place) % n] for k in range(n)] for place, head in enumerate(heads)},
            }
        ),
        "ties": pd.DataFrame(
            [(a, b, layer, value, w) for w, layer in where for a, b, value in pairs],
            columns=["from", "to", "layer", "value", "wave"],
        ),
        "asked": pd.DataFrame(
            [(one, w, layer, "no" if k % 9 == 4 else "yes") for w, layer in where for k, one in enumerate(names)],
            columns=["organization", "wave", "layer", "answered"],
        ),
        "affiliations": pd.DataFrame(
            [
                (names[k], kind, later[(k + step) % n], w)
                for w in rounds
                for k in range(0, n, 8)
                for kind in ("outcome", "team", "activity")
                for step in range(10)
            ],
            columns=["organization", "kind", "item", "wave"],
        ),
        "items": pd.DataFrame(
            [("outcome", item, "") for item in later] + [("agenda", item, kinds[0]) for item in later[:6]],
            columns=["kind", "item", "scale"],
        ),
        "scales": pd.DataFrame(
            [(kinds[0], 1 + k, step) for k, step in enumerate(steps)], columns=["scale", "value", "name"]
        ),
        "sectors": pd.DataFrame(
            [(name, sector, 1 / 11) for name in kinds for sector in later[:11]], columns=["list", "sector", "share"]
        ),
        "ratings": pd.DataFrame(
            [(one, item, 1 + k % few, w) for w in rounds for k, one in enumerate(names) for item in later[:6]],
            columns=["organization", "item", "value", "wave"],
        ),
        "indicators": pd.DataFrame(
            [
                (item, str(year), 40.0 + year % 7, group, place)
                for k, item in enumerate(later[:few])
                for year in (2023, 2024, 2025)
                for group, place in (("", ""), (later[k + 1], later[k + 2]))
            ],
            columns=["indicator", "period", "value", "subgroup", "place"],
        ),
        "strategies": pd.DataFrame(
            {
                "strategy": later,
                "outcome": later,
                "partners": names,
                "started": "2024",
                "status": "under way",
                "learned": later,
            }
        ),
        "evidence": pd.DataFrame(
            {
                "rubric": later[0],
                "benchmark": later,
                "status": "met",
                "evidence": later,
                "by": names,
                "date": "2025-01-02",
                "wave": rounds[0],
            }
        ),
        "commitments": pd.DataFrame(
            {
                "who": names,
                "with whom": names[::-1],
                "outcome": later,
                "first step": later[::-1],
                "by when": later,
                "done": ["yes", "no"] * (n // 2) + ["yes"] * (n % 2),
            }
        ),
        "corrections": pd.DataFrame(
            {
                "about": "connection",
                "organization": names,
                "with": names[::-1],
                "the survey says": later,
                "partners say": later[::-1],
                "said by": later,
                "confirmed by": names,
            }
        ),
    }
    said = {"name": " ".join(later[:few]), "backbone": names[0], "sector": called}
    lines = [f"{key} = {toml(value)}" for key, value in said.items()]
    lines += [f"[[wave]]\nname = {toml(name)}" for name in rounds]
    scale = ", ".join(map(toml, ["none", *steps]))
    lines += [f'[layers.{toml(layer)}]\npromise = "named"\nscale = [{scale}]' for layer in kinds]
    write(tables, folder, "\n".join(lines) + "\n")
    return folder


def toml(value: str) -> str:
    """A text in settings."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
