"""Writes survey settings as partnership.toml, with nothing in it that goes without saying."""

import json
import re
from typing import Any

from stakeholder_graph.survey.settings.model import Settings

_BARE = re.compile(r"[A-Za-z0-9_-]+")


def settings_text(settings: Settings, comment: str = "") -> str:
    r"""Write settings as TOML.

    Parameters
    ----------
    settings : Settings
        What is to be written.
    comment : str
        Lines that stand first, for the people who read it.

    Returns
    -------
    str
        Read back it gives the same settings. What has its default is left out.

    Examples
    --------
    >>> print(settings_text(Settings.model_validate({"name": "Ours", "layers": {"trust": {"scale": ["no", "yes"]}}})))
    name = "Ours"
    <BLANKLINE>
    [layers.trust]
    scale = ["no", "yes"]
    <BLANKLINE>
    """
    told = settings.model_dump(exclude_defaults=True)
    lines = [f"# {line}".rstrip() for line in comment.splitlines()]
    lines += [f"{key} = {_value(value)}" for key, value in told.items() if not _is_table(value)]
    for key, value in told.items():
        if _is_table(value):
            lines += _table(key, value)
    return "\n".join(lines) + "\n"


def _is_table(value: object) -> bool:
    return isinstance(value, dict) or (
        isinstance(value, list | tuple) and any(isinstance(each, dict) for each in value)
    )


def _table(key: str, value: Any) -> list[str]:
    if isinstance(value, list | tuple):
        return [line for each in value for line in ("", f"[[{key}]]", *_pairs(each))]
    if value and all(isinstance(each, dict) for each in value.values()):
        return [line for name, each in value.items() for line in ("", f"[{key}.{_key(name)}]", *_pairs(each))]
    if key == "sectors" and all(share is None for share in value.values()):
        return ["", f"[{key}]", f"list = {_value(list(value))}"]
    return ["", f"[{key}]", *_pairs(value)]


def _pairs(table: dict[str, Any]) -> list[str]:
    told = {key: _steps(value) if key == "scale" else value for key, value in table.items() if value is not None}
    return [f"{_key(key)} = {_value(value)}" for key, value in told.items()]


def _steps(scale: Any) -> Any:
    """Names alone where steps count from 0 up and nothing else is said of them."""
    if isinstance(scale, list | tuple) and all(
        set(each) == {"value", "name"} and each["value"] == place for place, each in enumerate(scale)
    ):
        return [each["name"] for each in scale]
    return scale


def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else _value(key)


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, dict):
        return "{" + ", ".join(_pairs(value)) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_value, value)) + "]"
    # JSON's escapes are TOML's, but for the one character that JSON leaves as it is.
    return json.dumps(str(value), ensure_ascii=False).replace("\x7f", "\\u007f")
