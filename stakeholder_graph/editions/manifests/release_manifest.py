"""What a folder beyond the desk says of itself: the version, and a digest of its release alone.

A digest of anything else would let guesses be tested: whoever guesses who has not answered could write the files that
were read as they would be, and see whether the digest is the same. The release holds only what its copy may show, so
the digest confirms nothing that the folder does not say. It tells two copies of one release from those of two.
"""

import json
from dataclasses import asdict
from hashlib import sha256

from stakeholder_graph import __version__
from stakeholder_graph.editions.release import Release


def release_manifest(release: Release) -> str:
    """Write the manifest of the room's or the community's folder.

    Parameters
    ----------
    release : Release
        What the folder was computed from, and nothing else.

    Returns
    -------
    str
        JSON.

    Examples
    --------
    >>> ours = Release("partners", "Ours", "2025", members=(), waves=())
    >>> list(json.loads(release_manifest(ours)))
    ['program', 'version', 'release']
    >>> release_manifest(ours) == release_manifest(Release("partners", "Ours", "2026", members=(), waves=()))
    False
    """
    whole = json.dumps(asdict(release), ensure_ascii=False, sort_keys=True)
    content = {"program": "stakeholder-graph", "version": __version__, "release": sha256(whole.encode()).hexdigest()}
    return json.dumps(content, indent=1) + "\n"
