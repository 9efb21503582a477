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
SET_ASIDE, FOR_INFORMATION = N_("does not apply"), N_("shown for information")

REASONS: Mapping[str, str] = {
    # Shown, not met, too close.
    "is_fact": N_("Counted, not estimated."),
    "is_assumed": N_("Nothing says who answered, so all count as having answered."),
    "is_certain": N_("Whatever is not known, it stays on this side of the threshold."),
    "whole_range": N_("Even with what is uncertain it meets the threshold."),
    "whole_range_below": N_("Even with what is uncertain it does not meet the threshold."),
    "range_crosses": N_("What is uncertain reaches from one side of the threshold to the other."),
    "not_after_correction": N_("It misses the threshold, but among so many rows one can miss it as far by chance."),
    "above_chance": N_("More than chance would give."),
    "below_chance": N_("Less than chance would give."),
    "as_chance": N_("It could come about by chance."),
    "within_margin": N_("Even with what is uncertain it stays within the limit."),
    "beyond_margin": N_("It lies beyond the limit, farther than chance would take it."),
    "margin_open": N_("It may lie beyond the limit: there are too few connections or cases to rule that out."),
    "never_scored": N_("Shown for information: there is no threshold."),
    # Waits for a document.
    "waits": N_("Attach {file}."),
    # Too few answers.
    "gate_shut": N_("This has to be shown first: {asked}"),
    "few_cases": N_("There are {cases}; it takes {fewest} to tell."),
    "too_few_answers": N_("Fewer than ten organizations answered."),
    "nothing_observed": N_("Nobody answered this."),
    "one_sector_heard": N_("Only one sector answered this."),
    "few_residents": N_(
        "Fewer than half of those who stand for residents, parents or youth answered, or fewer than four others did."
    ),
    "few_raters": N_("It takes {raters} organizations that rate one."),
    "silent_hub": N_("The organization that is named most has not answered."),
    "backbone_silent": N_("The backbone has not answered."),
    "limit_on_names": N_("{reached} of {respondents} named as many organizations as they were allowed."),
    "who_answered_unknown": N_("Nothing says who answered."),
    "too_many_to_draw": N_("There are too many organizations to draw what is not known."),
    "undefined_in_draws": N_("Had everyone answered, this would most often be undefined."),
    "undefined": N_("It is not defined here."),
    "withheld": N_("So few answers leave the measure too wide a range."),
    "no_range": N_("Not everybody has answered, and nobody can say how far the others would move it."),
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
    "no_direction": N_("Ties have no direction here, so nobody can tell who judged whom."),
    "no_outcomes": N_("No outcomes are listed."),
    "no_teams": N_("No teams are listed."),
    "teams_without_outcome": N_("It is said of no team which outcome it is there for."),
    "no_activities": N_("No activities are listed with their outcome."),
    "no_activity_in_common": N_("No two organizations have the same activity for the same outcome."),
    "no_indicators": N_("There are no figures of indicators."),
    "no_baseline": N_("No indicator has a baseline."),
    "no_users": N_("Nobody says who uses which indicator."),
    "no_gaps": N_("There are no figures of two groups in two periods."),
    "no_residents": N_("No sector stands for residents, parents or youth."),
    "no_strategies": N_("No strategies are listed."),
    "no_statuses": N_("It is said of no strategy how it stands."),
    "no_changes": N_("No change of a policy, a practice or money is on record."),
    "no_backbone": N_("No organization is known as the backbone."),
    "too_few_organizations": N_("There are too few organizations."),
    "no_earlier_wave": N_("There is no earlier wave to compare with."),
    "nobody_asked": N_("Nobody was asked: this network is a list."),
    "not_measured": N_("It was not computed here (`{measure}`)."),
    "not_defined": N_("Too little was asked or recorded to compute it (`{measure}`)."),
    "several_rows": N_("The rubric does not say which row of {measure} counts."),
    "no_such_fact": N_("The tool counts no fact “{fact}”; the rubric names it."),
}
