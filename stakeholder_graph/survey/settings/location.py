"""Where a setting stands, as its author sees it."""

from dataclasses import dataclass, field

#: The survey settings as text.
SETTINGS_FILE = "partnership.toml"


@dataclass(frozen=True, slots=True)
class Location:
    """Where a setting stands: the file or the sheet of a workbook, and the row in it.

    Settings that say the same are equal wherever they stand, so that a location equals every other.

    Parameters
    ----------
    file : str
        As problems name it.
    row : int, optional
        The line of a text, or the row of a sheet.

    Examples
    --------
    >>> Location("partnership.toml", 12) == Location('partnership.xlsx, sheet “Questions”', 3)
    True
    """

    file: str = field(default=SETTINGS_FILE, compare=False)
    row: int | None = field(default=None, compare=False)
