"""What two surveys do not have in common, in words."""

from collections.abc import Mapping

from stakeholder_graph.model.finding import Message
from stakeholder_graph.studies.change.comparison import Comparison
from stakeholder_graph.text import N_, _, _n

#: By the ids of messages of `stakeholder_graph.studies.change.survey_differences`.
DIFFERENCES: Mapping[str, str] = {
    "roster": N_(
        "The list of organizations: {before} in {wave_before} and {after} in {wave_after}; {joined} came and {left} "
        "left."
    ),
    "sectors": N_("Organizations that are in another sector now: {count}."),
    "response": N_(
        "Who answered: {before} of {of_before} in {wave_before} and {after} of {of_after} in {wave_after}. So what was "
        "reported in all cannot be compared; what the same organizations answered both times can."
    ),
    "nobody_asked": N_("Nobody was asked: the ties were drawn or listed, so nobody answered twice."),
    "answered_unknown": N_(
        "Nothing says who answered. Whoever names nobody counts as not known here, and no change is tested: say in "
        "asked.csv, or in a column “answered” of the list of organizations, who answered."
    ),
    "mode": N_("How people answered: {before}, then {after}. Some of any change may be owed to that."),
    "wording": N_("The question was worded anew (“{before}”, then “{after}”). Some of any change may be owed to that."),
    "asked_once": N_("Only {wave} asked about {layer}."),
    "other_scale": N_(
        "{layer}: the answers to choose from were others ({before}; then {after}), and a tie begins at another one. It "
        "is left out."
    ),
    "more_steps": N_(
        "{layer}: the answers to choose from were others ({before}; then {after}). A tie begins at the same one, so "
        "ties are compared; how close they are may not be comparable."
    ),
    "promise": N_("{layer}: respondents were promised something else ({before}; then {after})."),
    "direction": N_("{layer}: ties have a direction in one of the surveys only, so no change is tested."),
    "combine": N_("{layer}: the answers of several people are combined in another way ({before}; then {after})."),
    "limit": N_(
        "{layer}: people could name another number of organizations at most ({before}; then {after}; 0 stands for no "
        "limit), so no change is tested."
    ),
    "limited": N_(
        "{layer}: people could name {limit} organizations at most, so what those who named that many would say of the "
        "others is not known, and no change is tested."
    ),
    "rosters_shown": N_(
        "{layer}: people were shown lists of their own in one of the surveys only, so no change is tested."
    ),
    "respondents": N_(
        "{layer}: the number of people who answered for one organization was at most {before}, and then {after}. More "
        "people name more partners."
    ),
}


def difference(message: Message, comparison: Comparison) -> str:
    """Put one difference into words.

    Parameters
    ----------
    message : Message
        Of `comparison.survey`.
    comparison : Comparison
        Names the waves.

    Returns
    -------
    str
        Plain text.
    """
    if message.id == "zero_rows":
        return _n(
            "In {wave}, {count} organization names nobody. Did it answer?",
            "In {wave}, {count} organizations name nobody. Did they answer?",
            int(message.fields["count"] or 0),
            wave=message.fields["wave"],
        )
    waves = {"wave_before": comparison.before, "wave_after": comparison.after}
    return _(DIFFERENCES[message.id], **waves, **message.fields)
