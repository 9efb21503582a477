"""Where the same quantity stands in several findings: each of its places, with the number that stands there."""

from collections import defaultdict
from collections.abc import Iterator

from stakeholder_graph import Findings
from stakeholder_graph.graph import Layer
from stakeholder_graph.model.finding import Finding
from stakeholder_graph.model.survey import NO_SECTOR
from stakeholder_graph.model.table import Table
from stakeholder_graph.studies.reported_pairs import reported_pairs
from stakeholder_graph.views.layout.positions import positions
from stakeholder_graph.views.map.pyvis_network import pyvis_network

#: A quantity, a place where it stands, and the number there.
Fact = tuple[str, str, float]


def facts(found: Findings) -> Iterator[Fact]:
    """Every place of every quantity that stands in more than one."""
    graph = found.partnership.graph(found.wave)
    by_id = {finding.id: finding for finding in found}
    for name in graph.layers:
        of_layer = {id.split("/")[0]: finding for id, finding in by_id.items() if f"/{name}/" in id}
        if "density" not in of_layer or not graph.layer(name).n_ties:
            continue
        for quantity, place, value in _of_layer(graph.layer(name), of_layer, _stated(graph.organizations["sector"])):
            yield f"{quantity} of {name}", place, value
        yield from _on_the_map(found, name)
    yield from _of_answers(found, by_id)
    yield from _of_outcomes(found, by_id)


def _stated(sectors: "object") -> bool:
    return NO_SECTOR not in set(sectors)  # type: ignore[call-overload]


def _of_layer(layer: Layer, found: dict[str, Finding], stated: bool) -> Iterator[Fact]:
    mentions = "mentions" if layer.directed else "ties"
    yield mentions, "the layer", layer.n_ties
    yield "ties", "pairs that the map draws", sum(1 for _ in reported_pairs(layer))
    counts = found["tie_counts"].tables["network"].rows[0]
    yield "ties", "tie_counts", found["tie_counts"].value or 0
    if layer.directed:
        yield "mentions", "tie_counts", float(counts["mentions"] or 0)
        yield "pairs that name each other", "tie_counts", float(counts["each_other"] or 0)
        yield "pairs that name each other", "the layer", int(layer.returned.sum()) / 2
    density = found["density"]
    if density.quotient and all(caveat.id != "limit_estimated" for caveat in density.caveats):
        yield mentions, "density", density.quotient.numerator
        yield "answered dyads", "density", density.quotient.denominator
    if (levels := found.get("collaboration_levels")) and "network" in levels.tables:
        yield mentions, "collaboration_levels", float(levels.tables["network"].rows[0]["ties"] or 0)
        yield mentions, "levels of collaboration_levels", _sum(levels.table, "ties", start=1)
    yield from _of_named_pairs(layer, found)
    yield from _of_backbone(found)
    yield from _of_shared_outcomes(layer, found)
    if stated:
        yield from _of_sectors(layer, found, mentions)


def _of_named_pairs(layer: Layer, found: dict[str, Finding]) -> Iterator[Fact]:
    """Of pairs of which both answered: named at all, and by both."""
    both_answered = {name: found[name] for name in ("confirmation", "reciprocity", "discrepant_pairs") if name in found}
    if (pairs := both_answered.get("confirmation")) and pairs.quotient:
        yield "pairs named where both answered", "confirmation", pairs.quotient.denominator
        yield "pairs named by both", "confirmation", pairs.quotient.numerator
        yield "twice the pairs named where both answered", "organizations of confirmation", _sum(pairs.table, "pairs")
        yield "twice the pairs named where both answered", "confirmation", 2 * pairs.quotient.denominator
        yield "share of pairs named by both", "confirmation", pairs.value or 0
    if (returned := both_answered.get("reciprocity")) and returned.quotient:
        yield "pairs named by both", "reciprocity", returned.quotient.numerator / 2
        yield (
            "pairs named where both answered",
            "reciprocity",
            returned.quotient.denominator - returned.quotient.numerator / 2,
        )
        rows = {row["variant"]: row for row in returned.tables["variants"].rows}
        yield "share of pairs named by both", "reciprocity", float(rows["dyads"]["reciprocity"] or 0)
        if (centred := found.get("centralization")) and centred.table is not None:
            yield "ends of mentions where both answered", "centralization", _sum(centred.table, "degree")
            yield "ends of mentions where both answered", "reciprocity", 2 * returned.quotient.denominator
        if (closed := found.get("transitivity")) and closed.tables and layer.n_dyads:
            among = layer.among_answered()
            density = float(closed.tables["network"].rows[0]["density"] or 0)
            yield "mentions where both answered", "transitivity", density * among.n_dyads
            yield "mentions where both answered", "reciprocity", returned.quotient.denominator
    if (levels := both_answered.get("discrepant_pairs")) and levels.tables:
        row = levels.tables["network"].rows[0]
        yield "pairs named where both answered", "discrepant_pairs", float(row["pairs"] or 0)
        yield "pairs named by both", "discrepant_pairs", float(row["named_by_both"] or 0)


def _of_backbone(found: dict[str, Finding]) -> Iterator[Fact]:
    """Whom the backbone alone links to the rest, and what the network is with the backbone."""
    study = found.get("backbone_dependence")
    if study is None or study.value is None:
        return
    rows = study.tables["only_through"].rows if "only_through" in study.tables else ()
    if "only_through" in study.tables:
        yield "organizations that only the backbone links", "backbone_dependence", study.value
        yield "organizations that only the backbone links", "its list", len(rows)
    cut = found.get("cutpoints")
    silent = any(caveat.id == "backbone_silent" for caveat in study.caveats)
    if cut is not None and cut.table is not None and rows and not silent:
        lost = {row["organization"]: row["cut_off"] for row in cut.table.rows}
        yield "organizations that only the backbone links", "cutpoints", float(lost[rows[0]["backbone"]] or 0)
    for row in study.table.rows if study.table is not None else ():
        alone = found.get(str(row["measure"]))
        if alone is not None and alone.value is not None and row["with_backbone"] is not None:
            yield f"{row['measure']} with the backbone", "backbone_dependence", float(row["with_backbone"])
            yield f"{row['measure']} with the backbone", str(row["measure"]), alone.value


def _of_shared_outcomes(layer: Layer, found: dict[str, Finding]) -> Iterator[Fact]:
    """Of 100 pairs that share most of their outcomes, how many are tied: where both look at the same pairs."""
    aligned, predicted = found["aligned_pairs"].table, found["tie_predictors"].table
    if aligned is None or predicted is None or not layer.directed:
        return
    pairs = {str(row["kind"]): int(row["pairs"] or 0) for row in aligned.rows}
    rows = {row["predictor"]: row for row in predicted.rows}
    if "shared outcomes" not in rows or rows["shared outcomes"]["dyads_used"] != 2 * sum(pairs.values()):
        return
    tied = pairs["aligned and tied"]
    of_them = tied + pairs["aligned, not tied: introductions to make"]
    if of_them:
        yield "of 100 pairs with shared outcomes, tied", "aligned_pairs", round(100 * tied / of_them)
        yield (
            "of 100 pairs with shared outcomes, tied",
            "tie_predictors",
            float(rows["shared outcomes"]["tied_alike"] or 0),
        )


def _of_sectors(layer: Layer, found: dict[str, Finding], mentions: str) -> Iterator[Fact]:
    index, mixing, odds = found["ei_index"], found["sector_mixing"], found["odds_ratio"]
    if index.value is None or mixing.table is None:
        return
    within = f"{mentions} within sectors"
    yield within, "ei_index", (1 - index.value) / 2 * layer.n_ties
    cells = [row for row in mixing.table.rows if row["from_sector"] == row["to_sector"]]
    yield within, "sector_mixing", sum(float(row["observed"] or 0) for row in cells)
    yield mentions, "sector_mixing", _sum(mixing.table, "observed")
    if odds.table is not None:
        yield within, "odds_ratio", float(odds.table.rows[0]["ties"] or 0)
        yield mentions, "odds_ratio", _sum(odds.table, "ties")
        yield "answered dyads", "odds_ratio", _sum(odds.table, "possible")
    if found["modularity"].tables:
        inside = float(found["modularity"].tables["groups"].rows[0]["inside"] or 0)
        yield within, "modularity", inside * layer.n_ties
    by_sector = {row["sector"]: row for row in index.tables["by_sector"].rows}
    for cell in cells:
        sector = str(cell["from_sector"])
        if cell["observed"] is not None and by_sector[sector]["internal"] is not None:
            yield f"{mentions} within {sector}", "sector_mixing", float(cell["observed"] or 0)
            yield f"{mentions} within {sector}", "ei_index", float(by_sector[sector]["internal"] or 0)
    homophily = found["coleman_homophily"].table
    for row in homophily.rows if homophily is not None else ():
        if row["ties"] is not None and row["sector"] in by_sector:
            # Both ends of a tie without direction lie inside.
            inside = float(row["inside"] or 0) / (1 if layer.directed else 2)
            yield f"{mentions} within {row['sector']}", "coleman_homophily", inside
    if layer.directed:
        yield (
            mentions,
            "sectors of ei_index",
            sum(_sum(index.tables["by_sector"], end) for end in ("internal", "external")),
        )
        yield mentions, "organizations of ei_index", sum(_sum(index.table, end) for end in ("internal", "external"))
        if "drawn" in mixing.table:
            drawn = {
                tuple(sorted((str(row["from_sector"]), str(row["to_sector"])))): row["drawn"]
                for row in mixing.table.rows
                if row["drawn"] is not None
            }
            yield "ties", "sector_mixing, drawn", sum(float(ties or 0) for ties in drawn.values())
    yield from _shares_of_sectors(layer, found)


def _shares_of_sectors(layer: Layer, found: dict[str, Finding]) -> Iterator[Fact]:
    """The share of ties within sectors, its estimate and range, where the E-I index and what ties run along say it."""
    index, sources = found["ei_index"], found.get("silo_sources")
    rows = {row["attribute"]: row for row in sources.table.rows} if sources and sources.table is not None else {}
    if "sector" in rows and not rows["sector"]["left_out"]:
        yield "share within sectors", "ei_index", (1 - (index.value or 0)) / 2
        yield "share within sectors", "silo_sources", float(rows["sector"]["share"] or 0)
        yield "answered dyads", "silo_sources", float(rows["sector"]["dyads_answered"] or 0)
        if index.test is not None:
            yield "share within sectors by chance", "ei_index", (1 - index.test.expected) / 2
            yield "share within sectors by chance", "silo_sources", float(rows["sector"]["share_by_chance"] or 0)
    whole = sources.tables.get("whole_roster") if sources else None
    if whole is not None and whole.rows[0]["attribute"] == "sector" and index.estimate is not None and index.range:
        row = whole.rows[0]
        ends = {"estimate": index.estimate, "high": index.range[0], "low": index.range[1]}
        for name, end in ends.items():
            yield f"{name} of the share within sectors", "ei_index", (1 - end) / 2
            yield f"{name} of the share within sectors", "silo_sources", float(row[name] or 0)


def _on_the_map(found: Findings, layer: str) -> Iterator[Fact]:
    copy = found.copy("backbone")
    wave = list(found.partnership.graphs).index(found.wave)
    edges = pyvis_network(copy, {layer: 0}, defaultdict(int), positions(copy.partnership)).edges
    yield f"ties of {layer}", "lines of the map", sum(1 for edge in edges if edge["wave"] == wave)


def _of_answers(found: Findings, by_id: dict[str, Finding]) -> Iterator[Fact]:
    graph = found.partnership.graph(found.wave)
    response = by_id.get(f"response/-/{found.wave}")
    if response is not None and response.quotient:
        yield "organizations that answered", "response", response.quotient.numerator
        yield "organizations that answered", "the graph", float(graph.answered.sum())
        yield "organizations that answered", "sectors of response", _sum(response.tables["by_sector"], "answered")
        yield "organizations", "response", response.quotient.denominator
        yield "organizations", "the graph", len(graph.names)
    groups, coverage = (by_id.get(f"{name}/-/{found.wave}") for name in ("outcome_clusters", "outcome_coverage"))
    if groups is not None and coverage is not None and "outcomes" in groups.tables and coverage.table is not None:
        for row in groups.tables["outcomes"].rows:
            yield f"organizations that work on {row['outcome']}", "outcome_clusters", float(row["organizations"] or 0)
        for row in coverage.table.rows:
            if row["organizations"]:
                yield f"organizations that work on {row['outcome']}", "outcome_coverage", float(row["organizations"])
    if groups is not None and groups.table is not None and "clusters" in groups.tables:
        for row in groups.tables["clusters"].rows:
            members = sum(1 for member in groups.table.rows if member["cluster"] == row["cluster"])
            yield f"organizations of group {row['cluster']}", "its members", members
            yield f"organizations of group {row['cluster']}", "the list of groups", float(row["size"] or 0)


def _of_outcomes(found: Findings, by_id: dict[str, Finding]) -> Iterator[Fact]:
    """Pairs of those who work on an outcome that are tied, what is usual and its p: outcomes, clusters and the map."""
    clusters = by_id.get(f"outcome_clusters/-/{found.wave}")
    rows = clusters.tables["ties"].rows if clusters is not None and "ties" in clusters.tables else ()
    graph = found.partnership.graph(found.wave)
    named = graph["affiliations"]
    for finding in found:
        if finding.name != "outcome_ties" or finding.table is None:
            continue
        (layer,) = finding.scope.layers
        names = graph.layer(layer).organizations
        drawn = [{names[pair.a], names[pair.b]} for pair in reported_pairs(graph.layer(layer))]
        for row in finding.table.rows:
            fact = f"of {row['outcome']} in {layer}"
            numbers = {
                "pairs": row["pairs"],
                "tied": row["together"],
                "usual": row["usual"],
                "p": row.get("p_adjusted"),
            }
            members = set(named.loc[(named["kind"] == "outcome") & (named["item"] == row["outcome"]), "organization"])
            if "value" not in named or not (named["value"] == 0).any():
                yield f"pairs tied {fact}", "lines of the map", sum(pair <= members for pair in drawn)
            yield from (
                (f"pairs {name} {fact}", "outcome_ties", float(n)) for name, n in numbers.items() if n is not None
            )
            for other in rows:
                if (other["outcome"], other["layer"]) == (row["outcome"], layer):
                    same = {"pairs": "pairs", "tied": "ties", "usual": "expected", "p": "p_adjusted"}
                    for name, column in same.items():
                        if other.get(column) is not None:
                            yield f"pairs {name} {fact}", "outcome_clusters", float(other[column] or 0)


def _sum(table: Table | None, column: str, start: int = 0) -> float:
    assert table is not None
    return sum(float(row[column] or 0) for row in list(table.rows)[start:])
