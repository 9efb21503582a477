"""The layouts, a file for each family; importing this enters them all into the table."""

from importlib import import_module
from pkgutil import iter_modules

from tests.front_door.layout import LAYOUTS

for _family in sorted(module.name for module in iter_modules(__path__)):
    import_module(f"{__name__}.{_family}")

__all__ = ["LAYOUTS"]
