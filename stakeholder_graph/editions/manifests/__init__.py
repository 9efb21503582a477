"""What a folder says of itself: the desk's how to make it again, the others which release they hold."""

from stakeholder_graph.editions.manifests.input_digests import input_digests
from stakeholder_graph.editions.manifests.installed import installed_libraries, this_machine
from stakeholder_graph.editions.manifests.manifest import MANIFEST, Manifest, ManifestError, ReportOptions
from stakeholder_graph.editions.manifests.release_manifest import release_manifest
from stakeholder_graph.editions.manifests.verification import FileCheck, Verification, compared_files, compared_inputs

__all__ = [
    "MANIFEST",
    "FileCheck",
    "Manifest",
    "ManifestError",
    "ReportOptions",
    "Verification",
    "compared_files",
    "compared_inputs",
    "input_digests",
    "installed_libraries",
    "release_manifest",
    "this_machine",
]
