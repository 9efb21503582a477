"""Why a row has its verdict, in words: message ids of the catalogue by the id of the reason."""

from collections.abc import Mapping

from stakeholder_graph.conditions.judgement import NOT_HERE, NOT_MET, SHOWN, TOO_CLOSE, TOO_FEW, WAITS, Verdict
from stakeholder_graph.text import N_

#: What a verdict is called on pages.
VERDICT_WORDS: Mapping[Verdict, str] = {
    SHOWN: N_("shown"),
    NOT_MET: N_("not met"),
    TOO_CLOSE: N_("too close to call"),
    TOO_FEW: N_("too few answers to tell"),
    WAITS: N_("waits for a document"),
    NOT_HERE: N_("not recorded"),
}
#: What it is called where people decided it, and where a number is there for information alone.
SET_ASIDE, FOR_INFORMATION = N_("does not apply"), N_("no threshold")

REASONS: Mapping[str, str] = {
    # Shown, not met, too close.
    "is_fact": N_("Counted, not estimated."),
    "is_assumed": N_("Nothing says who answered, so all count as having answered."),
    "is_certain": N_("Nothing that is still unknown can move it across the threshold."),
    "whole_range": N_("All of its range meets the threshold."),
    "whole_range_below": N_("All of its range misses the threshold."),
    "range_crosses": N_("Its range reaches from one side of the threshold to the other."),
    "not_after_correction": N_("It misses the threshold, but among this many rows one may miss it that far by chance."),
    "above_chance": N_("More than chance would give."),
    "below_chance": N_("Less than chance would give."),
    "as_chance": N_("Chance alone could give as much."),
    "within_margin": N_("All of its range lies within the limit."),
    "beyond_margin": N_("It lies beyond the limit, and farther than chance would take it."),
    "margin_open": N_("It may lie beyond the limit: there are too few connections or cases to rule that out."),
    "never_scored": N_("Given for information: no threshold says how much is enough."),
    # Waits for a document.
    "waits": N_("Attach {file}."),
    # Too few answers.
    "gate_shut": N_("This has to be shown first: {asked}"),
    "few_cases": N_("It rests on {cases} of the {fewest} cases that it takes to tell."),
    "too_few_answers": N_("Fewer than ten organizations answered."),
    "nothing_observed": N_("Nobody answered this."),
    "one_sector_heard": N_("Only one sector answered this."),
    "few_residents": N_(
        "Fewer than half of those who stand for residents, parents or youth answered, or fewer than four others did."
    ),
    "few_raters": N_("Too few ratings: it takes {raters} organizations that rate the same one."),
    "silent_hub": N_("The organization that is named most has not answered."),
    "backbone_silent": N_("The backbone has not answered."),
    "limit_on_names": N_("{reached} of {respondents} named as many organizations as they were allowed."),
    "who_answered_unknown": N_("Nothing says who answered."),
    "too_many_to_draw": N_("There are too many organizations to draw what is not known."),
    "undefined_in_draws": N_("Had everyone answered, this would most often be undefined."),
    "undefined": N_("It is not defined here."),
    "withheld": N_("With so few answers its range would be too wide to tell anything."),
    "no_range": N_("Some have not answered, and nobody can say how far their answers would move it."),
    "no_ties": N_("No connections are reported."),
    "too_few_ties": N_("There are too few connections to compare with chance."),
    "not_tested": N_("There is no test here."),
    # Does not apply here.
    "no_layer": N_("Nobody was asked about {layer}."),
    "no_list": N_("There is no list {file}."),
    "no_sectors": N_("No organization has a sector."),
    "no_shares": N_("The list of sectors states no shares."),
    "no_ratings": N_("Nobody was asked to rate the agenda."),
    "no_scale": N_("The answers have no scale."),
    "no_direction": N_("Connections have no direction here, so nobody can tell who rated whom."),
    "no_outcomes": N_("No outcomes are listed."),
    "no_carriers": N_("No list or answer says who works on which outcome."),
    "no_teams": N_("No teams are listed."),
    "teams_without_outcome": N_("No list says which outcome a team is there for."),
    "no_activities": N_("No activities are listed with their outcome."),
    "no_activity_in_common": N_("No two organizations have the same activity for the same outcome."),
    "no_indicators": N_("There are no figures of indicators."),
    "no_baseline": N_("No indicator has a baseline."),
    "no_users": N_("No list or answer says who uses which indicator."),
    "no_gaps": N_("There are no figures of two groups in two periods."),
    "no_residents": N_("No sector stands for residents, parents or youth."),
    "no_strategies": N_("No strategies are listed."),
    "no_statuses": N_("No strategy has a status."),
    "no_changes": N_("No change in a policy, a practice or a flow of money is on record."),
    "no_backbone": N_("No organization is known as the backbone."),
    "too_few_organizations": N_("There are too few organizations."),
    "no_earlier_wave": N_("There is no earlier wave to compare with."),
    "nobody_asked": N_("Nobody was asked: this network is a list."),
    "not_measured": N_("It was not computed here."),
    "not_defined": N_("Too little was asked or recorded to compute it."),
    "several_rows": N_("The rubric does not say which row of {measure} counts."),
    "no_such_fact": N_("The tool counts no fact “{fact}”; the rubric names it."),
}
