"""The survey settings: one model, however they are spelled."""

import datetime as dt
from typing import Annotated, Literal, Self, get_args

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    PrivateAttr,
    model_validator,
)

from stakeholder_graph.model.survey import DEFAULT_LAYER, Asks, Combine, OpenCommitments, Promise, WhoAnswered
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.settings.elements import Location, Scale, SettingsTable, TidyName, in_any_case
from stakeholder_graph.survey.settings.mistakes.unfit import UnfitError
from stakeholder_graph.survey.settings.named_scales import StepRow
from stakeholder_graph.survey.settings.own.spelled import (
    ANOTHER_PLACE,
    ONE_INTRODUCTION,
    REMOVE_ONE,
    SECTOR_TWICE,
    ColourSettings,
    PagesSettings,
    ParagraphSettings,
    listed_colours,
)
from stakeholder_graph.survey.settings.tables import NetworkSettings, OrganizationsSettings, TableSettings
from stakeholder_graph.tabular.encoding import encoding_name
from stakeholder_graph.text import LANGUAGES, N_

AffiliationKind = Literal["outcome", "indicator", "activity", "team", "meeting", "asset", "need"]
SeveralAnswers = Literal["combine", "latest", "first"]
FlaggedAnswersRule = Literal["keep", "set aside"]
ProposedSeveral = Literal[SeveralAnswers, "combine?", "latest?", "first?"]
ProposedFlagged = Literal[FlaggedAnswersRule, "keep?", "set aside?"]
QuestionKind = Literal["identity", "tie", AffiliationKind, "rating", "attribute", "consent", "ignore"]


#: What is wrong with settings that contradict themselves; whoever reads them puts it into the reader's language.
WHO_ANSWERS_NEEDS = N_("A question about who answers needs “question” or “respondent”.")
EITHER_NEEDED = N_("The question needs either “question” or “columns”.")
NAMED_FIELD_NEEDED = N_("“columns” needs a named field, such as “Works with [{{organization}}]”.")
SAME_NAME = N_("Two waves have the same name.")
UNKNOWN_ENCODING = N_("There is no such encoding.")
NO_SECTORS = N_("The list holds something that is not the name of a sector.")
#: What to do about them.
_ONE_OF_THEM = N_("Fill in one of the two, and leave the other out.")
_IN_BRACKETS = N_("Write the part of the headers that names the partner in curly brackets.")
_NAMES_APART = N_("Give each wave a name of its own.")
_TEXTS = N_("Write names between quotation marks, and commas between them.")
_AN_ENCODING = N_("Write cp1252, cp1250 or macintosh, or leave it out.")


WrittenPromise = Annotated[Promise, in_any_case(*get_args(Promise))]


def _known_encoding(written: str) -> str:
    if written.strip() and not encoding_name(written.strip()):
        raise UnfitError(UNKNOWN_ENCODING, _AN_ENCODING)
    return written.strip()


def _date(written: object) -> object:
    return written.isoformat() if isinstance(written, dt.date) else written


class LayerSettings(SettingsTable):
    """How one kind of tie was asked, and what was promised about it.

    Parameters
    ----------
    scale : Scale
        What the answers are called, the least first.
    promise : {"named with strength", "named", "aggregate", "backbone"}, optional
        What respondents were promised: that others may see it by name and how close it is, by name, in the aggregate
        only, or that only the backbone sees it.
    combine : {"most", "mean", "latest"}, optional
        How several respondents of one organization become one.
    asked_of : str
        The layer whose partners it was asked about only.
    asks : {"ties", "trust", "value"}, optional
        Whether it asks how organizations work together, how far they trust a partner, or how valuable they find it.
        Where this is missing, a layer whose name begins with "trust" or "perceived value", or is "value", asks
        about that.
    directed : bool, optional
        Whether a tie runs from one organization to another, as "funds" does and "coordinates with" does not. Where
        this is missing, what the whole survey says counts.
    """

    scale: Scale = ()
    promise: WrittenPromise | None = None
    combine: Combine | None = None
    asked_of: TidyName = ""
    asks: Asks | None = None
    directed: bool | None = None


class AnswersSettings(SettingsTable):
    """Which answers of an export count, as the question that says who answers has it; and who agreed to be named.

    Parameters
    ----------
    several_answers : {"combine", "latest", "first"}, optional
        Of an organization that answered more than once: all answers put together, as of several people; or one of
        them, as of somebody who corrected an earlier answer. Open where it is missing.
    flagged_answers : {"keep", "set aside"}, optional
        What becomes of answers that the survey tool does not count, such as those it takes for spam. Open where it
        is missing. In a draft either may be a proposal with a mark, which leaves it open.
    agree : tuple of str
        Of a question about consent, the answers that agree; where it is blank, those that say yes.

    Examples
    --------
    >>> AnswersSettings(several_answers="Latest").several_answers
    'latest'
    """

    several_answers: Annotated[ProposedSeveral | None, in_any_case(*get_args(ProposedSeveral))] = None
    flagged_answers: Annotated[ProposedFlagged | None, in_any_case(*get_args(ProposedFlagged))] = None
    agree: Annotated[tuple[str, ...], BeforeValidator(lambda said: [said] if isinstance(said, str) else said)] = ()

    @property
    def several_rule(self) -> SeveralAnswers | None:
        """What counts of several answers, once somebody has decided it."""
        return next((rule for rule in get_args(SeveralAnswers) if rule == self.several_answers), None)

    @property
    def flagged_rule(self) -> FlaggedAnswersRule | None:
        """What becomes of flagged answers, once somebody has decided it."""
        return next((rule for rule in get_args(FlaggedAnswersRule) if rule == self.flagged_answers), None)


class QuestionSettings(AnswersSettings):
    """One question of a survey export: where its answers stand and how to read them.

    The question that says who answers also says which answers count: see `AnswersSettings`.

    Parameters
    ----------
    kind : str
        What it asks about. ``identity``: who answers, for all questions of the same export; ``consent``: whether the
        organization agrees that others see its answers; ``ignore``: nothing that is used.
    file : str
        The export; blank for the `files` of each wave, or the only export there is.
    question : str
        The question's id in the export (``"QID5"``, ``"contact"``), or its text where it has none.
    columns : str
        Instead of `question`: a template that the headers of the answers match, such as
        ``"Works with [{organization}]"``; its named parts become attributes of the partner.
    choice : str
        The one option that counts, in a grid with several boxes for each partner; all of them where it is blank.
    partners : str
        The question whose answers name the partners, where respondents wrote them down: the question itself
        for a bare list of names. Blank where partners are the rows of a grid or the options of a list.
    respondent : str
        Who answers: the header or id of a column, or a template such as ``"{RI}_{Country}"`` that joins several.
        Not needed where another question of the export is of the kind ``identity``.
    person : str
        The same, for what tells respondents of one organization apart; where it is blank, they are numbered by row.
    layer : str
        Of ties.
    scale : Scale
        What the answers are called; for ratings and affiliations too.
    limit : int, optional
        How many partners could be named or ticked.
    blank : {"unobserved", "no tie", "no tie?"}
        What a blank answer means; with a mark where this is the guess of a draft, which counts until it is decided.
    not_known : tuple of str
        Answers that say no more than a blank, such as ``"do not know"``.
    promise : {"named with strength", "named", "aggregate", "backbone"}, optional
        What respondents were promised: that others may see it by name and how close it is, by name, in the aggregate
        only, or that only the backbone sees it.
    combine : {"most", "mean", "latest"}, optional
        How several respondents of one organization become one.
    asked_of : str
        The layer whose partners it was asked about only.
    item : str
        What an answer that stands alone is about: an item of a rating or the name of an attribute.
    about : {"agenda", "factor", "statement"}
        What a rating rates.
    wave : str
        Blank for every wave whose files have it.
    attributes : tuple of str
        Further columns that describe the respondent's organization.
    wording : str
        What was asked, for the people who read the settings.
    decided : bool
        False where this is the guess of a draft: it is used, and listed among the decisions that are still open.
    """

    kind: QuestionKind
    file: str = ""
    question: str = ""
    columns: str = ""
    choice: str = ""
    partners: str = ""
    respondent: str = ""
    person: str = ""
    layer: Annotated[TidyName, Field(min_length=1)] = DEFAULT_LAYER
    scale: Scale = ()
    limit: Annotated[int, Field(ge=1, le=1_000_000)] | None = None
    blank: Literal["unobserved", "no tie", "no tie?"] = "unobserved"
    not_known: tuple[str, ...] = ()
    promise: WrittenPromise | None = None
    combine: Combine | None = None
    asked_of: TidyName = ""
    item: str = ""
    about: Literal["agenda", "factor", "statement"] = "statement"
    wave: TidyName = ""
    attributes: tuple[str, ...] = ()
    wording: str = ""
    decided: bool = True

    _promise_location: Location = PrivateAttr(default_factory=lambda: Location(""))

    @property
    def blank_is_no_tie(self) -> bool:
        """Whether a blank answer counts as one that there is no tie."""
        return self.blank != "unobserved"

    @property
    def promise_location(self) -> Location:
        """Where its promise stands, which a workbook keeps on a sheet of its own."""
        return self._promise_location if self._promise_location.file else self.location

    def with_promise(self, promise: Promise | None, file: str, row: int) -> Self:
        """Give the same question under a promise that stands elsewhere.

        Parameters
        ----------
        promise : {"named with strength", "named", "aggregate", "backbone"}, optional
            What respondents were promised of it.
        file : str
            As problems name it.
        row : int
            Of the sheet.

        Examples
        --------
        >>> question = QuestionSettings(kind="tie", question="Q1").with_promise("named", "Promise", 2)
        >>> question.promise, question.promise_location.row
        ('named', 2)
        """
        copy = self.model_copy(update={"promise": promise})
        copy._promise_location = Location(file, row)
        return copy

    @model_validator(mode="after")
    def _complete(self) -> "QuestionSettings":
        if self.kind == "identity":
            if not (self.question or self.respondent):
                raise UnfitError(WHO_ANSWERS_NEEDS, _ONE_OF_THEM)
        elif bool(self.question) == bool(self.columns):
            raise UnfitError(EITHER_NEEDED, _ONE_OF_THEM)
        elif self.columns and "{" not in self.columns:
            raise UnfitError(NAMED_FIELD_NEEDED, _IN_BRACKETS)
        return self


class WaveSettings(SettingsTable):
    """One round of the survey, and the exports it came in.

    Parameters
    ----------
    name : str
        What tables call it.
    date : str
        Such as ``"2025"``, ``"2025-03"`` or ``"2025-03-31"``.
    closes : str
        The day after which an answer is late, stated before anybody sees what answers would settle.
    files : tuple of str
        Its exports.
    mode : str
        How people answered, such as ``"online"`` or ``"by telephone"``.
    wording : str
        The question about ties as it was asked.
    """

    name: TidyName = Field(min_length=1)
    date: Annotated[str, BeforeValidator(_date), Field(pattern=r"^(\d{4}(-\d{2}(-\d{2})?)?)?$")] = ""
    closes: Annotated[str, BeforeValidator(_date), Field(pattern=r"^(\d{4}-\d{2}-\d{2})?$")] = ""
    files: tuple[str, ...] = ()
    mode: str = ""
    wording: str = ""


class TiesSettings(SettingsTable):
    """What counts as a tie, unless the command line says otherwise; and which answers of tables of ties count.

    Parameters
    ----------
    default : {"reported", "either", "both"}
        Each report, a pair that either side reports, or a pair that both sides report.
    several_answers : {"combine", "latest", "first"}, optional
        Of an organization that answered twice in a table of ties, as in `AnswersSettings`; a lower row is the later.
    """

    default: Literal["reported", "either", "both"] = "reported"
    several_answers: Annotated[SeveralAnswers | None, in_any_case(*get_args(SeveralAnswers))] = None


class PromiseSettings(SettingsTable):
    """What respondents were promised about questions that are not about ties.

    Parameters
    ----------
    ratings : {"named with strength", "named", "aggregate", "backbone"}, optional
        Of all ratings together; the first two are the same of them.
    who_answered : {"count", "named"}
        That others learn how many organizations answered, or also which.
    commitments : {"count", "named", "backbone"}
        What the first screen in the room says of commitments that are not done: how many, or also whose; ``backbone``
        keeps all commitments on the desk.
    """

    ratings: WrittenPromise | None = None
    who_answered: Annotated[WhoAnswered, in_any_case(*get_args(WhoAnswered))] = "count"
    commitments: Annotated[OpenCommitments, in_any_case(*get_args(OpenCommitments))] = "count"


def _network(written: object) -> object:
    """The name of the file alone says all that is needed."""
    return {"file": written} if isinstance(written, str) else written


class Settings(SettingsTable):
    """Everything a partnership says about its survey.

    Parameters
    ----------
    name, backbone : str
        Of the partnership, and of the organization that holds it together.
    sector : str
        Which attribute of organizations is their sector.
    directed : bool
        Whether a tie runs from one organization to another.
    preset : str
        A preset that comes with the tool, or a TOML file of one's own: the list of sectors to compare with where there
        is no other, and what the questionnaire asks about.
    invented : bool
        Whether the data are made up, so that every page says so.
    language : {"en", "es"}, optional
        The language of pages, and of the partnership's own words where its lists have them in that language;
        without one pages are in English about what stands in the files.
    encoding : str
        The encoding of files that are not UTF-8, where it is in doubt; blank where each file tells it.
    strict : bool
        Whether lines are drawn for the room only where they leave a third more room for doubt about who answered.
    organizations : OrganizationsSettings, optional
        Where they are listed.
    network : NetworkSettings, optional
        The file of a network program that holds them and their ties.
    table : tuple of TableSettings
        What its other tables are taken for.
    layers : dict of str to LayerSettings
        Kinds of tie by name.
    question : tuple of QuestionSettings
        The questions of exports.
    wave : tuple of WaveSettings
        The rounds of the survey, the first one first.
    scales : dict of str to tuple of StepRow
        Scales by name, for questions and layers that name theirs.
    sectors : dict of str to float or None
        The list of sectors to compare with, each with its share where that is known.
    ties : TiesSettings
        What counts as a tie.
    promises : PromiseSettings
        What respondents were promised about ratings, and about who answered.
    pages : PagesSettings
        The logo, and the order of the report.
    colours : tuple of ColourSettings
        Colours of sectors; written as a table of them.
    paragraph : tuple of ParagraphSettings
        Texts of the partnership's own.
    drafted : dict of str to tuple of str
        What runs drafted so far, by kind of row: what of it a person deleted is not drafted again.

    Examples
    --------
    >>> settings = Settings.model_validate({"layers": {"contact": {"scale": ["none", "weekly"]}}})
    >>> settings.layers["contact"].scale[1]
    StepSettings(value=1.0, name='weekly', tie=None, hours=None)
    """

    name: str = ""
    backbone: str = ""
    sector: Annotated[str, Field(min_length=1)] = "sector"
    directed: bool = True
    preset: str = ""
    invented: bool = False
    strict: bool = False
    language: Annotated[Literal["en", "es"] | None, in_any_case(*LANGUAGES)] = None
    encoding: Annotated[str, AfterValidator(_known_encoding)] = ""
    organizations: OrganizationsSettings | None = None
    network: Annotated[NetworkSettings | None, BeforeValidator(_network)] = None
    table: tuple[TableSettings, ...] = ()
    layers: dict[TidyName, LayerSettings] = Field(default_factory=dict)
    question: tuple[QuestionSettings, ...] = ()
    wave: tuple[WaveSettings, ...] = ()
    scales: dict[TidyName, tuple[StepRow, ...]] = Field(default_factory=dict)
    sectors: Annotated[
        dict[str, Annotated[float, Field(ge=0, allow_inf_nan=False)] | None],
        BeforeValidator(lambda written: _shares(written)),
    ] = Field(default_factory=dict)
    ties: TiesSettings = TiesSettings()
    promises: PromiseSettings = PromiseSettings()
    pages: PagesSettings = PagesSettings()
    colours: Annotated[tuple[ColourSettings, ...], BeforeValidator(listed_colours)] = ()
    paragraph: tuple[ParagraphSettings, ...] = ()
    drafted: dict[str, tuple[str, ...]] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _waves_apart(self) -> "Settings":
        names = [wave.name for wave in self.wave]
        if len(set(names)) < len(names):
            raise UnfitError(SAME_NAME, _NAMES_APART)
        return self

    @model_validator(mode="after")
    def _colours_apart(self) -> "Settings":
        sectors = [normal(row.sector) for row in self.colours]
        if len(set(sectors)) < len(sectors):
            raise UnfitError(SECTOR_TWICE, REMOVE_ONE)
        return self

    @model_validator(mode="after")
    def _one_introduction(self) -> "Settings":
        if sum(said.place == "introduction" for said in self.paragraph) > 1:
            raise UnfitError(ONE_INTRODUCTION, ANOTHER_PLACE)
        return self


def _shares(written: object) -> object:
    """A bare list of sectors has no shares."""
    if isinstance(written, dict) and list(written) == ["list"] and isinstance(written["list"], list):
        if not all(isinstance(sector, str | int | float) for sector in written["list"]):
            raise UnfitError(NO_SECTORS, _TEXTS)
        return dict.fromkeys(written["list"])
    return written
