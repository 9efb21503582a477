"""Files and folders on disk: written whole or not at all, and nothing that people put there is lost."""

from stakeholder_graph.storage.errors import StorageError
from stakeholder_graph.storage.files import write_file_whole
from stakeholder_graph.storage.folders import replace_folders
from stakeholder_graph.storage.keeping import Kept, Merge, keep
from stakeholder_graph.storage.recovery import recover

__all__ = ["Kept", "Merge", "StorageError", "keep", "recover", "replace_folders", "write_file_whole"]
