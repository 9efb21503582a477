"""What a cell of the workbook says once somebody chooses it: of columns whose headers alone do not say it."""

from stakeholder_graph.text import N_

#: By the key in the settings. Excel shows 255 letters at most.
OF_QUESTIONS = {
    "layer": N_("Of ties: what you call this kind of tie, such as funding. Questions of one name are one kind."),
    "scale": N_("The scale of the answers, as it is called on the sheet Scales."),
    "choice": N_(
        "Of a grid with several boxes for each partner: the one box that this row is about. Blank: all of them."
    ),
    "item": N_("What an answer that stands alone is about: the outcome, the statement, or the fact it tells."),
    "blank": N_("Of ties: whether a cell that was left blank says that there is no tie, or says nothing."),
    "not_known": N_(
        "Answers that say no more than a blank, such as do not know or not on a team, with | between them."
    ),
    "partners": N_("Of ties: if respondents wrote down their partners themselves, the question with these names."),
    "limit": N_("Of ties: how many partners a respondent could name or tick at most. Blank: as many as they liked."),
    "asked_of": N_("Of ties: if it was asked only about the partners of another kind of tie, that kind of tie."),
    "combine": N_(
        "How the answers of several people of one organization become one: what most of them say, the mean, or the "
        "latest."
    ),
    "about": N_(
        "Of ratings: what is rated. Points of a common agenda, factors that help or hinder, or statements to agree "
        "with."
    ),
    "respondent": N_(
        "The column that says who answers this question. Blank: the one that is marked “who answers” above or below."
    ),
    "person": N_("Of who answers: the column that tells several people of one organization apart, such as a name."),
    "attributes": N_(
        "Further columns of the export that describe the organization that answers, such as its town, with | between "
        "them."
    ),
    "several_answers": N_(
        "Of who answers: if an organization answered more than once, choose combine for several people, latest or "
        "first for corrections."
    ),
    "flagged_answers": N_(
        "Of who answers: whether answers count that the survey tool takes for spam or somebody did not approve."
    ),
    "agree": N_("Of consent to be named: the answers that agree, with | between them. Blank: those that say yes."),
    "wave": N_("The round of the survey that the question belongs to. Blank: every round whose export has it."),
    "file": N_("The export in which the question stands. Blank: the exports of its round."),
    "columns": N_(
        "If each partner has a column of its own: what their headers look like, with {{organization}} in the place of "
        "the partner, such as Works with [{{organization}}]."
    ),
}
OF_FILES = {
    "source": N_(
        "Of what organizations take part in: list if you keep it for every organization, answer if they said so. "
        "Beyond your desk, answers are shown only where they give away nobody who did not answer."
    ),
}
OF_NAMES = {
    "written": N_("A name as somebody wrote it. It is not spelled like any organization of the list."),
    "proposal": N_("The organization of the list that it seems to stand for. Several: it may be any of them."),
    "score": N_("How alike the two names are: 100 is the same."),
    "decision": N_(
        "Choose the organization that is meant; or write yes: the one that is proposed; new: an organization of its "
        "own that the list lacks; nobody: no organization, leave it out."
    ),
}
OF_COLOURS = {
    "sector": N_("A sector as the list of organizations has it. Sectors without a row have colours that are left."),
    "colour": N_("# and six digits or letters from a to f, such as #0072b2, dark enough to be seen on white."),
}
OF_PARAGRAPHS = {
    "place": N_(
        "introduction: on page one. before or after: at the part of the report in the next column. closing: behind the "
        "last part."
    ),
    "part": N_("Of before and after: at which part of the report. Blank for introduction and closing."),
    "readers": N_("backbone: your desk alone. partners: the room too. community: everybody. Blank: your desk alone."),
    "text": N_("Plain text. A blank line begins another paragraph. An introduction has 300 letters at most."),
}
