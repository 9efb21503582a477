"""Says what to write where a setting has a value that cannot be."""

from collections.abc import Mapping

from pydantic_core import ErrorDetails

from stakeholder_graph.text import N_, _

_NUMBER = N_("Write a number.")
_WHOLE_NUMBER = N_("Write a whole number.")
_TRUE_OR_FALSE = N_("Write true or false.")
_TABLE = N_("Write a table.")
#: By the type of error that pydantic gives.
_REMEDIES: Mapping[str, str] = {
    "float_parsing": _NUMBER,
    "float_type": _NUMBER,
    "finite_number": _NUMBER,
    "int_parsing": _WHOLE_NUMBER,
    "int_type": _WHOLE_NUMBER,
    "int_from_float": _WHOLE_NUMBER,
    "bool_type": _TRUE_OR_FALSE,
    "bool_parsing": _TRUE_OR_FALSE,
    "string_type": N_("Write a text between quotation marks."),
    "string_too_short": N_("Fill it in."),
    "string_pattern_mismatch": N_("Write a date such as 2025-03-31."),
    "tuple_type": N_("Write a list between square brackets."),
    "dict_type": _TABLE,
    "model_type": _TABLE,
    "greater_than_equal": N_("Write a number of {ge} or more."),
    "less_than_equal": N_("Write a number of {le} or less."),
}


def remedy(detail: ErrorDetails) -> str:
    """Say what to write instead.

    Parameters
    ----------
    detail : ErrorDetails
        As pydantic has it.

    Examples
    --------
    >>> remedy({"type": "greater_than_equal", "loc": ("limit",), "msg": "", "input": 0, "ctx": {"ge": 1}})
    'Write a number of 1 or more.'
    """
    if detail["type"] in _REMEDIES:
        return _(_REMEDIES[detail["type"]], **detail.get("ctx", {}))
    return f"{detail['msg'].rstrip('.')}."
