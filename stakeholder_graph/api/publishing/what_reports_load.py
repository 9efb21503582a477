"""What a report loads in a second process, in the order in which it is needed."""

#: Before the first step, which measures something.
FIRST = "stakeholder_graph.studies.assess"
#: Meanwhile, as long as the first process reads: a little at a time.
LATER = (
    "stakeholder_graph.measures._registry:measures",
    "stakeholder_graph.editions",
    "stakeholder_graph.conditions.ledgers",
    "stakeholder_graph.views.charts",
    "stakeholder_graph.views.call_list",
    "stakeholder_graph.views.report_folders",
    "stakeholder_graph.views.folders",
)
