"""Templates such as ``"{RI}_{Country}"``: named fields of a header, or columns joined into a name."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

_FIELD = re.compile(r"\{([^{}]+)\}")


@dataclass(frozen=True)
class Template:
    """Text with named fields.

    Parameters
    ----------
    text : str
        Such as ``"Works with [{organization}]"``.

    Examples
    --------
    >>> Template("{RI}_{Country}").parts("DiSSCo_966")
    {'RI': 'DiSSCo', 'Country': '966'}
    >>> Template("{RI}_{Country}").filled({"RI": "GBIF", "Country": "121"})
    'GBIF_121'
    >>> Template("{RI}_{Country}").parts("Consent") is None
    True
    """

    text: str

    @cached_property
    def fields(self) -> tuple[str, ...]:
        """Names of the fields, in order."""
        return tuple(name.strip() for name in _FIELD.findall(self.text))

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        pieces = _FIELD.split(self.text)
        return re.compile(
            "".join("(.+?)" if number % 2 else re.escape(piece) for number, piece in enumerate(pieces)),
            re.IGNORECASE | re.DOTALL,
        )

    def parts(self, header: str) -> dict[str, str] | None:
        """Give the texts of a header by field, or None where it does not match.

        Parameters
        ----------
        header : str
            Such as ``"Works with [City Library]"``.
        """
        match = self._pattern.fullmatch(header)
        if match is None:
            return None
        return {name: text.strip() for name, text in zip(self.fields, match.groups(), strict=True)}

    def filled(self, parts: Mapping[str, str]) -> str:
        """Give the text with its fields filled in; blank where any of them is blank or missing.

        Parameters
        ----------
        parts : mapping of str to str
            Texts by field.
        """
        texts = {name: parts.get(name, "") for name in self.fields}
        if not all(texts.values()):
            return ""
        return _FIELD.sub(lambda field: texts[field[1].strip()], self.text)


def partner(parts: Mapping[str, str], respondent: Template) -> str:
    """Name the partner that a header stands for.

    Parameters
    ----------
    parts : mapping of str to str
        The header's texts by field.
    respondent : Template
        How a respondent is named; where the header has all of its fields, the partner is named likewise.

    Returns
    -------
    str
        Else the header's only field, or the one called organization; blank where there is none.

    Examples
    --------
    >>> partner({"organization": "City Library", "year": "2025"}, Template(""))
    'City Library'
    """
    if respondent.fields and set(respondent.fields) <= set(parts):
        return respondent.filled(parts)
    return next(iter(parts.values())) if len(parts) == 1 else parts.get("organization", "")
