"""Turn surveys of collective-impact partnerships into partner graphs, findings and pages.

An export becomes a `Survey`, a `Survey` becomes a `PartnerGraph`, measures turn the graph into
`Finding` values, views draw them.
"""

__version__ = "0.1.0"
