"""The room's manifest is a function of its release; test_non_interference.py compares it where releases are equal."""

import json
from dataclasses import replace

from stakeholder_graph import __version__
from stakeholder_graph.editions.manifests import release_manifest
from stakeholder_graph.editions.release import Line, Release, WaveRelease


def test_it_holds_the_version_and_one_digest() -> None:
    content = json.loads(release_manifest(Release("partners", "Ours", "2025", (), ())))
    assert content.pop("release").isalnum()
    assert content == {"program": "stakeholder-graph", "version": __version__}


def test_equal_releases_have_one_manifest_and_others_another() -> None:
    waves = (WaveRelease("2025", roster=("A", "B"), listed=2, lines=(Line("contact", "A", "B"),)),)
    release = Release("partners", "Ours", "2025", (), waves)
    assert release_manifest(release) == release_manifest(replace(release))
    nearer = replace(release, waves=(replace(waves[0], lines=(Line("contact", "A", "B", 2.0),)),))
    assert release_manifest(release) != release_manifest(nearer)
