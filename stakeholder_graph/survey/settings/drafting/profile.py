"""A profile of one question of an export: what can be seen of it before anybody says what it asks about."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property

from stakeholder_graph.survey.formats import AnswerColumn, AnswerTable
from stakeholder_graph.survey.names.normalization import plain_words, spellings
from stakeholder_graph.survey.settings.drafting.answer_order import ResponseScale, order_answers

#: A list of answers longer than this is no scale.
MOST_STEPS = 12
#: From this share on, what fits counts as fitting.
MOSTLY = 0.5
#: One organization is hardly written in more ways than this.
_MOST_VARIANTS = 4
#: Answers that are no names, in plain words.
_NO_NAMES = frozenset({
    "yes", "no", "not sure", "unsure", "maybe", "sometimes", "true", "false", "other", "none", "n a", "na", "both",
    "neither", "unknown", "don t know", "dont know", "do not know", "i do not know", "prefer not to say", "x", "y", "n",
    "prefer not to answer", "si", "tal vez", "no se", "otro", "otra", "ninguno", "male", "female",
})  # fmt: skip


@dataclass(frozen=True, eq=False)
class QuestionProfile:
    """What can be seen of one question of an export.

    Parameters
    ----------
    part : AnswerTable
        Where its columns stand.
    id : str
        As the export has it; its text where it has no id.
    columns : tuple of AnswerColumn
        One, or one for each row and box.
    """

    part: AnswerTable
    id: str
    columns: tuple[AnswerColumn, ...]

    @cached_property
    def wording(self) -> str:
        """What was asked."""
        return self.columns[0].wording or self.id

    @cached_property
    def stem(self) -> str:
        """The header without the number of the row; blank where columns have nothing in common."""
        stems = {re.sub(r"(_\d+)+$", "", column.header) for column in self.columns}
        return stems.pop() if len(stems) == 1 else ""

    @cached_property
    def words(self) -> str:
        """Wording and header in plain words, to look for words in."""
        stem = self.stem if self.columns[0].wording else ""
        return " ".join(plain_words(f"{self.wording} {stem} {self.id}".replace("_", " ")))

    @cached_property
    def items(self) -> tuple[str, ...]:
        """The rows of a grid or the options of a list."""
        return tuple(dict.fromkeys(column.item for column in self.columns if column.item))

    @cached_property
    def partners(self) -> tuple[str, ...]:
        """The rows or options that may be partners: not those for what is not listed, or for none of it."""
        return tuple(dict.fromkeys(c.item for c in self.columns if c.item and c.item_kind in ("named", "added")))

    @cached_property
    def unnamed(self) -> tuple[str, ...]:
        """The partners that the export only numbers, as in a loop whose field it does not tell."""
        return tuple(dict.fromkeys(column.item for column in self.columns if column.item_kind == "unnamed"))

    @cached_property
    def choices(self) -> tuple[str, ...]:
        """The boxes in each row of a grid."""
        return tuple(dict.fromkeys(column.choice for column in self.columns if column.choice))

    @cached_property
    def kind(self) -> str:
        """As `AnswerColumn.kind`."""
        return self.columns[0].kind

    @cached_property
    def texts(self) -> list[str]:
        """Every answer that was given, with labels for codes."""
        return [text for column in self.columns for text in self.part.texts(column) if text]

    @cached_property
    def answers(self) -> tuple[str, ...]:
        """What could be answered where the export says so, and else what was."""
        labels = dict.fromkeys(text for column in self.columns for text in column.labels.values())
        return tuple(dict.fromkeys([*labels, *sorted(set(self.texts))]))

    @cached_property
    def scale(self) -> ResponseScale | None:
        """Its answers as steps; None where they are none."""
        return self._ordered(of_partners=False)

    @cached_property
    def tie_scale(self) -> ResponseScale | None:
        """The same, if it is asked of partners."""
        return self._ordered(of_partners=True)

    def _ordered(self, of_partners: bool) -> ResponseScale | None:
        if self.kind != "single" or not 1 < len(self.answers) <= MOST_STEPS:
            return None
        scale = order_answers(self.answers, any(column.labels for column in self.columns), of_partners)
        steps = len(scale.answers) > 1 and (scale.name or len(self.items) > 1)
        return scale if steps else None

    @cached_property
    def short(self) -> str:
        """The question in a word or a few, for a layer or an attribute that needs a name."""
        text = self.wording if not self.stem or re.fullmatch(r"Q(ID)?\d+.*", self.stem) else self.stem
        return " ".join(text.replace("_", " ").split()[:5]).rstrip("?:.,").casefold()


def forms(names: Collection[str]) -> frozenset[str]:
    """Give the spellings of names, to compare them by.

    Parameters
    ----------
    names : collection of str
        As written.

    Examples
    --------
    >>> forms(["The City Library"]) == forms(["city library"])
    True
    """
    return frozenset(form for name in names if name for form in spellings(name).usual if form)


def names_nobody(texts: Collection[str]) -> bool:
    """Whether answers are yes and no, numbers, or steps of a scale, and so no names.

    Parameters
    ----------
    texts : collection of str
        Each once.

    Examples
    --------
    >>> names_nobody(["Yes", "No", "Not sure"]), names_nobody(["3", "1"]), names_nobody(["City Library", "Zoo"])
    (True, True, False)
    """
    plain = {" ".join(plain_words(text)) for text in texts} - {""}
    said = plain - _NO_NAMES
    if not said:
        return True
    if all(re.fullmatch(r"[\d ]+", text) for text in said):
        return True
    return len(said) > 1 and order_answers(sorted(said)).name != ""


def alike(texts: Sequence[str], organizations: frozenset[str]) -> float:
    """Give the share of different texts that are among the spellings of organizations; of far too many texts none.

    Parameters
    ----------
    texts : sequence of str
        Each once.
    organizations : frozenset of str
        As from `forms`.

    Examples
    --------
    >>> alike(["The City Library", "Zoo"], forms(["City Library"]))
    0.5
    """
    if len(texts) > _MOST_VARIANTS * len(organizations):
        return 0.0
    return sum(not forms([text]).isdisjoint(organizations) for text in texts) / max(1, len(texts))
