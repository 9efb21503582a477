"""Words of the five conditions: their titles, what stands after a number, and what nobody has told yet."""

from collections.abc import Mapping

from stakeholder_graph.text import N_

TITLES: dict[str, str] = {
    "agenda": N_("A common agenda"),
    "measurement": N_("Shared measurement"),
    "activities": N_("Activities that reinforce each other"),
    "communication": N_("Continuous communication"),
    "backbone": N_("Backbone support"),
}

#: What rows of a rubric are about that belong to none of the five.
OTHERS: dict[str, str] = {
    "gate": N_("who answered"),
    "voice": N_("who is at the table"),
    "results": N_("results"),
    "improvement": N_("improvement"),
}

#: What stands after "7 of 8", without a verb, so that it is right after any number.
COUNTED: Mapping[str, str] = {
    "agreed": N_("items of the agenda agreed"),
    "endorsed": N_("endorsing “{item}”"),
    "most_endorsed": N_("endorsing “{item}”, more than any other item"),
    "least_endorsed": N_("endorsing “{item}”, fewest of all; {no} say no"),
    "carried": N_("outcomes with several organizations"),
    "carried_across": N_("outcomes with several organizations, from several sectors"),
    "outcomes_measured": N_("outcomes with a core indicator and its baseline"),
    "baseline": N_("indicators with a baseline"),
    "fresh": N_("latest figures at most two years old"),
    "by_group": N_("indicators broken down by group"),
    "used": N_("indicators used by two organizations or more"),
    "data_pairs": N_("pairs that share most of their outcomes and exchange data"),
    "teams": N_("outcomes with a team"),
    "strategies": N_("outcomes with a strategy"),
    "teams_cross": N_("teams with members of three sectors or more"),
    "activities": N_("activities with several organizations"),
    "together": N_("pairs that share most of their outcomes and work together"),
    "monthly": N_("connections “{level}” or closer"),
    "monthly_mentions": N_("mentions “{level}” or more often"),
    "both_sides": N_("connections named by both sides"),
    "attended": N_("organizations at half of their meetings or more"),
    "trusted": N_("mean trust in partners"),
    "trusted_named": N_("mean trust in partners: “{step}”"),
    "reached": N_("organizations within two steps of {backbone}"),
    "reached_estimated": N_("organizations within two steps of {backbone}, missing answers estimated"),
    "only_through": N_("organizations that reach others only through {backbone}"),
    "backbone_trusted": N_("trust in {backbone}; typical of the others: {typical:.1f}"),
}

#: What stands after "Not known:".
UNKNOWN: Mapping[str, str] = {
    "no_ratings": N_("who endorses it"),
    "no_outcomes": N_("who works on which outcome"),
    "no_indicators": N_("figures over the years"),
    "no_users": N_("who uses which indicator"),
    "no_data_layer": N_("who exchanges data"),
    "no_teams": N_("which outcome has a team (say so in items.csv)"),
    "no_activities": N_("what is tried"),
    "no_overlap": N_("which organizations do the same work"),
    "no_frequency": N_("how often partners are in touch"),
    "no_trust": N_("how far partners trust each other"),
    "no_meetings": N_("who attends meetings"),
    "no_backbone": N_("who the backbone is"),
    "backbone_silent": N_("how partners would do without it: it has not answered"),
}

#: What the page asks the room.
QUESTIONS: tuple[str, ...] = (
    N_("Which of these five would you have put otherwise, and why?"),
    N_("What is missing on paper, and who of us can get it signed?"),
)
