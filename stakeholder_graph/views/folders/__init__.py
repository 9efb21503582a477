"""What the folder of each copy holds: files that are drawn each by itself."""

from stakeholder_graph.views.folders.copy_files import CopyFiles, DrawnFile
from stakeholder_graph.views.folders.desk_files import MERGES, DeskFiles
from stakeholder_graph.views.folders.presented import not_presented
from stakeholder_graph.views.folders.undrawn_names import undrawn_names

__all__ = ["MERGES", "CopyFiles", "DeskFiles", "DrawnFile", "not_presented", "undrawn_names"]
