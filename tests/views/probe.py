"""A page whose scripts can be looked into. They leave no global behind, so nothing outside reaches what they hold."""

import re

from stakeholder_graph.views.page import seal

_BUNDLE = re.compile(
    r"(?P<start>// Written by python -m tools\.scripts.*?\n\(\(\) => \{\n)(?P<body>.*?\n)(?P<end>\}\)\(\);\n)",
    re.DOTALL,
)
_NAMES = re.compile(r"^  (?:var|let|const|class|function\*?|async function) (?:(\w+)|\{([^}]*)\})", re.MULTILINE)
_POLICY = re.compile(r'(Content-Security-Policy" content=")[^"]*')


def probed(html: str) -> str:
    """The same page with one statement more: what its bundle names at its top can be read as a global, and is live.

    Parameters
    ----------
    html : str
        A page with a bundle, as `draw_map` or `draw_present` give it.

    Examples
    --------
    >>> names_in("  var { organizations, ties: edges } = data;\\n  function go() {\\n    var not = 1;\\n  }\\n")
    ['organizations', 'edges', 'go']
    """
    bundle = _BUNDLE.search(html)
    assert bundle is not None, "the page has no bundle"
    getters = ", ".join(f"{name}: {{ get: () => {name}, configurable: true }}" for name in names_in(bundle["body"]))
    # Before the rest runs: `let` and `var` are read when somebody asks for them.
    opened = (
        f"{bundle['start']}  Object.defineProperties(globalThis, {{ {getters} }});\n{bundle['body']}{bundle['end']}"
    )
    html = html[: bundle.start()] + opened + html[bundle.end() :]
    # A page is sealed again with the policy's own word in place of the policy.
    return seal(_POLICY.sub(r"\1policy-of-this-page", html, count=1))


def names_in(body: str) -> list[str]:
    """What a bundle's code names at its top."""
    names: list[str] = []
    for single, several in _NAMES.findall(body):
        names += [single] if single else [part.split(":")[-1].split("=")[0].strip() for part in several.split(",")]
    return list(dict.fromkeys(filter(None, names)))
