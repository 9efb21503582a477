"""What the folder of each copy holds: the desk's as a whole, and the files of other copies, each drawn by itself."""

from stakeholder_graph.views.folders.copy_files import CopyFiles, DrawnFile
from stakeholder_graph.views.folders.desk_files import MERGES, desk_files
from stakeholder_graph.views.folders.undrawn_names import undrawn_names

__all__ = ["MERGES", "CopyFiles", "DrawnFile", "desk_files", "undrawn_names"]
