"""ZIP archives, which workbooks are too, opened only where they unpack to a size that fits."""

import io
import zipfile
import zlib

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.text import _

#: What a file may unpack to, in bytes. A roster of 400 columns and 5,000 respondents has 40 MB.
MOST_UNPACKED = 500_000_000
#: Tables pack to a fiftieth of their size at best; only what was made to burst packs better.
MOST_RATIO = 200
_SMALL = 10_000_000

try:
    from lzma import LZMAError
except ImportError:  # Python was built without it, and zipfile says NotImplementedError then

    class LZMAError(Exception):  # type: ignore[no-redef]
        """Never raised."""


#: What unpacking a damaged member raises.
UNPACKING_ERRORS = (
    zipfile.BadZipFile, zlib.error, LZMAError, EOFError, OSError, ValueError, RuntimeError, NotImplementedError,
)  # fmt: skip


def opened_archive(data: bytes, file: str, inspection: Inspection) -> zipfile.ZipFile | None:
    """Open an archive, unless it says that it will unpack to more than fits.

    Parameters
    ----------
    data : bytes
        The file as it is.
    file : str
        Its name, for the problems.
    inspection : Inspection
        Takes the problems.

    Returns
    -------
    ZipFile or None
        None where it is damaged, encrypted or too large. A member never gives more bytes than it says.

    Examples
    --------
    >>> inspection = Inspection()
    >>> opened_archive(b"PK", "x.zip", inspection)
    >>> print(inspection.problems[0])
    x.zip: The file is damaged or incomplete and cannot be opened. Download it again.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        members = archive.infolist()
    except (zipfile.BadZipFile, OSError, EOFError, ValueError, NotImplementedError):
        inspection.wrong(_("The file is damaged or incomplete and cannot be opened."), _("Download it again."), file)
        return None
    unpacked = sum(member.file_size for member in members)
    if unpacked > MOST_UNPACKED or unpacked > max(_SMALL, MOST_RATIO * len(data)):
        inspection.wrong(
            _(
                "The file would unpack to {unpacked:,.0f} MB from {packed:,.1f} MB; it is not opened.",
                unpacked=unpacked / 1e6,
                packed=len(data) / 1e6,
            ),
            _("Download the export again, as CSV."),
            file,
        )
        return None
    if any(member.flag_bits & 1 for member in members):
        inspection.wrong(_("The file is protected by a password."), _("Remove the password and save it again."), file)
        return None
    return archive
