"""What every page is made of: one self-contained file that runs nothing but its own scripts.

A page asks for nothing from anywhere. Text is escaped by the template engine, data stand in a block that no
parser takes for markup, and a content security policy with the hash of each script and style tells the
browser to run nothing else: ``default-src 'none'``.
"""

import json
import re
from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.text import _, _n, current_language
from stakeholder_graph.text.scripts import script_translations
from stakeholder_graph.views.compiled_templates import CompiledTemplates
from stakeholder_graph.views.own.on_page import own_on_page
from stakeholder_graph.views.style import swatch

#: Stands in the template where the policy goes, before any text of the data can come.
POLICY = "policy-of-this-page"
_COMPILED = CompiledTemplates()

_CODE = re.compile(r"<(script|style)>(.*?)</\1>", re.DOTALL)
#: Where a page shows a logo; texts cannot say this, since they are escaped.
_LOGO = '<img class="logo"'
_LINE_ENDS = {0x2028: "\\u2028", 0x2029: "\\u2029"}


def environment(copy: Copy) -> Environment:
    """A template engine for one page, which escapes all it is given.

    Parameters
    ----------
    copy : Copy
        What the page is drawn from; it decides the banner.

    Returns
    -------
    jinja2.Environment
        Templates are named from this package, as in ``"views/map/map.html"``, extend ``"views/page.html"`` and have
        ``packaged(*files)`` for style sheets and scripts to write into the page (with ``|safe``), ``|tojson``
        for a block of data, ``swatch(look)``, ``banner``, ``confidential``, ``partnership``, its name, and
        ``own_pages``, what it gives to its pages: a logo, and paragraphs of a place. Texts are marked as in Python,
        ``_("...", field=value)`` and ``_n("...", "...", count)``; the current language is the page's, and
        ``"views/scripts.html"`` writes the bundle that ``script`` names, with its translations.
    """
    env = Environment(
        loader=PackageLoader("stakeholder_graph", ""),
        extensions=["jinja2.ext.i18n"],
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        bytecode_cache=_COMPILED,
    )
    env.policies.update({"json.dumps_function": plain_json, "json.dumps_kwargs": {}})
    env.policies["ext.i18n.trimmed"] = True
    env.globals.update(
        _=_,
        _n=_n,
        gettext=_,
        ngettext=_n,
        language=current_language(),
        texts_of=texts_of,
        partnership=copy.partnership.name,
        banner=banner(copy),
        confidential=copy.confidential,
        own_pages=own_on_page(copy),
        policy=POLICY,
        packaged=packaged,
        swatch=swatch,
    )
    return env


def banner(copy: Copy) -> str:
    """What stands above every page of an edition; blank for most.

    Parameters
    ----------
    copy : Copy
        What the page is drawn from.
    """
    parts = [_("Backbone only: do not share")] if copy.confidential else []
    parts += [_("Draft: decisions are open")] if copy.partnership.info.draft else []
    parts += [_("Invented example data")] if copy.partnership.info.invented else []
    return " · ".join(parts)


def packaged(*names: str) -> str:
    """The text of style sheets or scripts of this package, one after another.

    Parameters
    ----------
    *names : str
        Paths in the package, such as ``"views/base.css"``.
    """
    return "\n".join(files("stakeholder_graph").joinpath(name).read_text("utf-8") for name in names)


def texts_of(name: str) -> Mapping[str, str | Mapping[str, str]]:
    """What a bundle of scripts says, in the current language; empty in English.

    Parameters
    ----------
    name : str
        Its path in the package, such as ``"views/present/present.bundle.js"``.
    """
    return script_translations(packaged(name))


def plain_json(value: Any) -> str:
    r"""JSON as short as can be, in which names stay readable.

    Parameters
    ----------
    value : any
        Plain values only: numpy scalars, NaN and infinity raise. The filter ``|tojson`` goes on to escape
        what a parser of markup could take for its own.

    Examples
    --------
    >>> print(plain_json({"name": "Niños Unidos"}))
    {"name":"Niños Unidos"}
    """
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return text.translate(_LINE_ENDS)


def seal(html: str) -> str:
    """Finish a rendered page: write in its policy, end lines the same everywhere.

    Parameters
    ----------
    html : str
        Rendered from a template that extends ``"views/page.html"``.

    Returns
    -------
    str
        The page. It runs its own scripts and styles, known by their SHA-256, and loads nothing; pictures that
        it makes itself (``blob:``) may be shown, and fonts and a logo that stand in it (``data:``).
    """
    html = html.replace("\r\n", "\n").replace("\r", "\n")
    hashes: dict[str, list[str]] = {"script": [], "style": []}
    for tag, code in _CODE.findall(html):
        digest = b64encode(sha256(code.encode()).digest()).decode()
        hashes[tag].append(f"'sha256-{digest}'")
    rules = ["default-src 'none'"]
    rules += [f"{tag}-src {' '.join(digests)}" for tag, digests in hashes.items() if digests]
    # A logo stands in the page itself; other pages need no such leave.
    pictures = "img-src blob: data:" if _LOGO in html else "img-src blob:"
    rules += [pictures, "font-src data:", "base-uri 'none'", "form-action 'none'"]
    return html.replace(POLICY, "; ".join(rules), 1)


def render(copy: Copy, template: str, **context: Any) -> str:
    r"""Render a template into a finished page.

    Parameters
    ----------
    copy : Copy
        What it is drawn from.
    template : str
        Its name, such as ``"views/report/report.html"``.
    **context
        What the template needs.

    Returns
    -------
    str
        To be written as UTF-8 with ``newline="\n"``.
    """
    return seal(environment(copy).get_template(template).render(**context))
