"""Where a user's programs keep what they can make again, on each system."""

import os
import sys
from pathlib import Path


def user_cache() -> Path:
    """Name the folder in which this program keeps what it can make again; it need not be there.

    Examples
    --------
    >>> user_cache().name
    'stakeholder-graph'
    """
    home = Path.home()
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = home / "Library" / "Caches"
    else:
        base = Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache")
    return base / "stakeholder-graph"
