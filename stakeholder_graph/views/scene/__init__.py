"""The map as it is shown to a room, and the ways in which it is looked at."""

from stakeholder_graph.views.scene.camera import MapView, closeup, overview, spotlight
from stakeholder_graph.views.scene.scene import Dot, Scene, Thread, scene

__all__ = ["Dot", "MapView", "Scene", "Thread", "closeup", "overview", "scene", "spotlight"]
