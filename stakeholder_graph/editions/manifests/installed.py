"""On what a report was made: the machine, and the libraries that its bytes depend on."""

import platform
from importlib.metadata import PackageNotFoundError, version

#: Numbers come from the first line, the bytes of files from the others.
_LIBRARIES = (
    *("networkx", "numpy", "pandas", "rustworkx", "scikit-learn", "scipy"),
    *("babel", "fontpkg-lato", "fonttools", "jinja2", "markupsafe", "matplotlib", "natsort", "openpyxl"),
    *("pydantic", "python-calamine", "python-pptx", "reportlab", "xlsxwriter"),
)


def this_machine() -> dict[str, str]:
    """Say which Python runs on what.

    Examples
    --------
    >>> list(this_machine())
    ['python', 'system', 'processor']
    """
    return {"python": platform.python_version(), "system": platform.system(), "processor": platform.machine()}


def installed_libraries() -> dict[str, str]:
    """Give the version of each library that numbers or bytes depend on.

    Examples
    --------
    >>> installed_libraries()["numpy"].count(".")
    2
    """
    versions = {}
    for name in _LIBRARIES:
        try:
            versions[name] = version(name)
        except PackageNotFoundError:  # installed without its metadata, as some systems do
            versions[name] = ""
    return versions
