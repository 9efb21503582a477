"""What reports claim of partnerships whose truth is known: hits and false claims, stored in headlines.json.

    python -m tests.calibration.headlines --progress FILE

draws ten kinds of partnership without structure and ten with, 20 of each, assesses them as a report does (all measures
that claim anything, 9,999 permutations, but 60 imputations in place of 200), and judges every sentence that says more
than was counted: runs what is missing in FILE (one line of JSON a report, so that a run can be broken off and taken up
again) and writes the summary. One process, low priority.

A claim is false if nothing of the kind was planted, in this direction, for these sectors or this attribute. Whoever is
named first has to be first in truth, unless the sentence speaks of those who answered only, or of what was asked. What
is said of the agenda has to hold with all answers.
"""

import argparse
import json
import os
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

import numpy as np

from stakeholder_graph.measures._registry import measures
from stakeholder_graph.model.finding import Finding, Message
from stakeholder_graph.studies.assess import assess
from stakeholder_graph.studies.context import MeasureSettings
from stakeholder_graph.studies.page_one.one_family import claims, p_of
from stakeholder_graph.studies.page_one.story import story
from tests.calibration.drawn_partnerships import KINDS, WITH, WITHOUT, Drawn, draw

SUMMARY = Path(__file__).with_suffix(".json")
SEEDS = 20
#: Reports without structure that may hold a false claim.
MOST_FALSE = 15
#: Log-odds that count as a difference in truth.
DIFFERENCE = 0.05

Judged = Literal["true", "false", "close"]
#: Of each claim: measure, id of the message, how it was judged, what it would be had it not been corrected with the
#: others, its p, whether page one tells it.
Claim = tuple[str, str, Judged, Judged, float | None, bool]

#: Who is named, by measure: the fields of a reading that have to be the same with all answers.
NAMED: Mapping[str, tuple[str, ...]] = {
    "betweenness": ("organization",),
    "key_players": ("organization",),
    "constraint": ("organization",),
    "cutpoints": ("organization", "lost"),
    "backbone_dependence": ("count",),
    "agenda_agreement": ("camps",),
}
#: What these say whatever is missing, or without saying more than was counted.
PLAIN = frozenset({"apart", "mean", "nobody_between", "cannot_tell", "close", "some"})

#: Measures that neither claim anything beyond what was counted nor stand on page one: left out, to save time.
LEFT_OUT = frozenset(
    {
        "connectedness",
        "distance",
        "hierarchy",
        "modularity",
        "odds_ratio",
        "participation",
        "transitivity",
        "whom_to_call",
    }
)
#: Imputations; a report takes 200. Of these hang ranges and how often somebody is first, not tests.
DRAWS = 60

#: What finds what is planted: of each planted thing measures and how the ids of their messages begin.
FINDS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "homophily": {
        "ei_index": ("within",),
        "silo_sources": ("along",),
        "tie_predictors": ("by_likeness", "alike_whatever", "both"),
        "assortativity": ("alike",),
    },
    "hole": {"sector_mixing": ("holes",)},
    "apart": {"betweenness": ("between",)},
    "core": {"core_periphery": ("core",)},
    "clusters": {"outcome_clusters": ("one_cluster", "several", "to_convene", "hardly_tied", "team_there")},
    "teams": {"silo_sources": ("teams",), "tie_predictors": ("by_work", "both")},
    "avoid": {"aligned_pairs": ("tied_less",), "silo_sources": ("clusters_apart",), "tie_predictors": ("less",)},
    "camps": {"agenda_agreement": ("camps", "all_but")},
    "dependent": {"backbone_dependence": ("several",)},
    "missing": {"sector_coverage": ("missing",)},
}
#: What tells that it is too close to call.
CLOSE: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "homophily": {"ei_index": ("close",), "sector_mixing": ("near",)},
    "hole": {"sector_mixing": ("near",)},
    "camps": {"agenda_agreement": ("close",)},
    "dependent": {"backbone_dependence": ("none_so_far", "cannot_tell")},
}


def judge(drawn: Drawn, finding: Finding, whole: Finding | None) -> Judged | None:
    """Whether what a finding claims is true; None where it claims nothing beyond what was counted."""
    reading = finding.reading
    if reading is None:
        return None
    if finding.name in NAMED:
        return _named(finding, reading, whole)
    if finding.name == "simulated_nonresponse":
        return "false" if reading.id == "doubtful" else None
    if reading.id in ("close", "near") or reading.id.startswith("near_"):
        return "close"
    if not claims(finding.name, reading):
        return None
    return "true" if _true(drawn, finding.name, reading) else "false"


def _named(finding: Finding, reading: Message, whole: Finding | None) -> Judged | None:
    if reading.id in PLAIN or reading.answered_only or reading.as_asked:
        return None
    if whole is None or whole.reading is None:
        return "false"
    if finding.name == "agenda_agreement":
        # Of an item that is too close to call nothing is said.
        said, true = (set(str(of.fields.get("camps", "")).split(", ")) for of in (reading, whole.reading))
        every = reading.id not in ("all", "the_one") or reading.id == whole.reading.id
        return "true" if every and said <= true | {""} else "false"
    same = all(reading.fields.get(name) == whole.reading.fields.get(name) for name in NAMED[finding.name])
    called = reading.id.removesuffix("_in_draws") == whole.reading.id.removesuffix("_in_draws")
    return "true" if same and called else "false"


def _true(drawn: Drawn, name: str, reading: Message) -> bool:
    kind, fields, id = drawn.kind, reading.fields, reading.id
    if name in ("outcome_clusters", "outcome_similarity"):
        return kind.clusters and id != "fewer" and (id in ("one_cluster", "several", "more") or kind.avoid < 0)
    if name == "core_periphery":
        return kind.core > 0
    if name == "location_quotient":
        return False
    if name == "confirmation":
        return kind.active != 0 and fields["attribute"] == "sector"
    if name == "brokerage":
        return bool(np.ptp(_by_sector(drawn)) > DIFFERENCE)
    if name in ("sector_mixing", "coleman_homophily"):
        return _of_sectors(drawn, name, reading)
    if name in ("aligned_pairs", "outcome_ties"):
        return _more(drawn, "outcomes", 1 if id in ("tied_more", "more") else -1)
    if name == "silo_sources":
        what = "team" if id.startswith("teams") else "outcomes" if id.startswith("clusters") else str(fields["what"])
        return what in drawn.together and _more(drawn, what, -1 if "apart" in id or id.startswith("across") else 1)
    if name == "tie_predictors":
        named = " ".join(str(fields.get(key, "")) for key in ("work", "alike", "what"))
        words = {"shared outcomes": "outcomes", "a team in common": "team", "the same sector": "sector"}
        said = [what for text, what in words.items() if text in named]
        return bool(said) and all(_more(drawn, what, -1 if id == "less" else 1) for what in said)
    return _more(drawn, "sector", -1 if id in ("across", "unlike", "beyond") else 1)


def _more(drawn: Drawn, what: str, sign: int) -> bool:
    """Whether ties are likelier, or with -1 less likely, between those who have this in common."""
    apart = ~np.eye(len(drawn.lean), dtype=bool)
    alike, others = drawn.together[what] & apart, ~drawn.together[what] & apart
    return sign * float(drawn.lean[alike].mean() - drawn.lean[others].mean()) > DIFFERENCE


def _by_sector(drawn: Drawn) -> np.ndarray[Any, np.dtype[np.float64]]:
    """The mean lean of each pair of sectors."""
    apart = ~np.eye(len(drawn.lean), dtype=bool)
    member = (drawn.sector[:, None] == np.arange(drawn.sector.max() + 1)).astype(float)
    pairs = member.T @ apart @ member
    return np.asarray(member.T @ (drawn.lean * apart) @ member / np.maximum(pairs, 1))


def _of_sectors(drawn: Drawn, name: str, reading: Message) -> bool:
    apart = ~np.eye(len(drawn.lean), dtype=bool)
    blocks, overall = _by_sector(drawn), float(drawn.lean[apart].mean())
    key = ("sector", "sector") if name == "coleman_homophily" else ("one", "other")
    one, other = (int(str(reading.fields[field]).removeprefix("Sector ")) - 1 for field in key)
    if reading.id.startswith("holes"):
        return bool(min(blocks[one, other], blocks[other, one]) < overall - DIFFERENCE)
    return bool(max(blocks[one, other], blocks[other, one]) > overall + DIFFERENCE)


def measured(called: str, seed: int) -> dict[str, Any]:
    """The claims of one report, and what became of what was planted."""
    drawn = draw(KINDS[called], seed)
    names = [name for name in measures() if name not in LEFT_OUT]
    findings = assess(drawn.known, names, settings=MeasureSettings(seed=seed, draws=DRAWS))
    named = assess(drawn.everything, sorted(NAMED), settings=MeasureSettings(seed=seed, permutations=0, draws=0))
    whole = {(finding.name, finding.scope.layers): finding for finding in named}
    first = {learned.finding.id for learned in story(findings)}
    said: list[Claim] = []
    for finding in findings:
        judged = judge(drawn, finding, whole.get((finding.name, finding.scope.layers)))
        if judged is not None and finding.reading is not None:
            now: Judged = "close" if finding.reading.among_tests else judged
            p = p_of(finding) if measures()[finding.name].claims else None
            p = None if p is None else round(p, 5)
            said.append((finding.name, finding.reading.id, now, judged, p, finding.id in first))
    planted = [name for name in FINDS if getattr(drawn.kind, name)]
    return {"claims": said, "planted": {name: _became(name, findings) for name in planted}}


def _became(planted: str, findings: Sequence[Finding]) -> str:
    """Whether what was planted was found, told as too close to call, or missed."""
    told = "missed"
    for finding in findings:
        reading = finding.reading
        if reading is None:
            continue
        if reading.id.startswith(FINDS[planted].get(finding.name, ("-",))):
            bridge = planted != "apart" or reading.fields.get("organization") == "Organization 000"
            if not reading.among_tests and bridge:
                return "found"
            told = "too close to call" if reading.among_tests else told
        if reading.id.startswith(CLOSE.get(planted, {}).get(finding.name, ("-",))):
            told = "too close to call"
    return told


def summary(done: Mapping[tuple[str, int], Mapping[str, Any]]) -> dict[str, Any]:
    """By kind: reports, how many hold a false claim, which, what became of what was planted."""
    result: dict[str, Any] = {}
    for called in KINDS:
        records = [record for (of, _seed), record in sorted(done.items()) if of == called]
        if not records:
            continue
        result[called] = {
            "reports": len(records),
            "with_a_false_claim": _reports(records, 2),
            "with_a_false_claim_without_correction": _reports(records, 3),
            "with_a_false_claim_on_page_one": sum(
                any(claim[2] == "false" and claim[5] for claim in record["claims"]) for record in records
            ),
            "false": _counted(records, "false"),
            "true": _counted(records, "true"),
            "too_close_to_call": _counted(records, "close"),
            "planted": {
                name: dict(Counter(record["planted"][name] for record in records)) for name in records[0]["planted"]
            },
        }
    return result


def _reports(records: Iterable[Mapping[str, Any]], column: int) -> int:
    return sum(any(claim[column] == "false" for claim in record["claims"]) for record in records)


def _counted(records: Iterable[Mapping[str, Any]], verdict: str) -> dict[str, int]:
    said = Counter(f"{claim[0]}: {claim[1]}" for record in records for claim in record["claims"] if claim[2] == verdict)
    return dict(said.most_common())


def read(progress: Path) -> dict[tuple[str, int], dict[str, Any]]:
    """What has been run."""
    lines = progress.read_text(encoding="utf-8").splitlines() if progress.exists() else []
    return {(called, seed): record for called, seed, record in map(json.loads, lines)}


def main() -> None:
    """Run what is missing, and write the summary."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--progress", type=Path, required=True)
    options.add_argument("--seeds", type=int, default=SEEDS)
    options.add_argument("--backwards", action="store_true", help="the last seeds first, for a second process")
    options.add_argument("--earlier", type=Path, help="what earlier code gave, to fill in what has not been run again")
    options.add_argument("--stored", action="store_true", help="only write the summary of what there is")
    chosen = options.parse_args()
    os.nice(19)
    done = read(chosen.progress)
    with chosen.progress.open("a", encoding="utf-8") as progress:
        seeds = range(0 if chosen.stored else chosen.seeds)
        for seed in reversed(seeds) if chosen.backwards else seeds:
            for called in KINDS:
                if (called, seed) not in done:
                    done[called, seed] = measured(called, seed)
                    progress.write(json.dumps([called, seed, done[called, seed]]) + "\n")
                    progress.flush()
    store(done, read(chosen.earlier) if chosen.earlier else {})


def store(done: Mapping[tuple[str, int], Mapping[str, Any]], earlier: Mapping[tuple[str, int], Any]) -> None:
    """Write the summary; it says how many of the reports are of earlier code."""
    kinds = summary({**earlier, **done})
    without = [kinds[called] for called in WITHOUT if called in kinds]
    totals = {
        "reports_of_earlier_code": len(set(earlier) - set(done)),
        "reports_without_structure": sum(row["reports"] for row in without),
        "with_a_false_claim": sum(row["with_a_false_claim"] for row in without),
        "with_a_false_claim_without_correction": sum(row["with_a_false_claim_without_correction"] for row in without),
        "reports_with_structure": sum(kinds[called]["reports"] for called in WITH if called in kinds),
    }
    again = {called: done[called, 0] for called in KINDS if (called, 0) in done}
    text = json.dumps({"draws": DRAWS, "totals": totals, "kinds": kinds, "seed_0": again}, indent=1)
    SUMMARY.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
