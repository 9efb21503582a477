"""The languages that a questionnaire is written in."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

Language = Literal["en", "es"]

#: What survey tools call each language.
LANGUAGE_NAMES: Mapping[Language, str] = MappingProxyType({"en": "English (en)", "es": "Español (es)"})
