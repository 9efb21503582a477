"""Takes the clock out of a workbook, so that the same content has the same bytes."""

import io
import re
import zipfile

#: In place of the time of writing; an archive can hold no day before this one.
_THEN = (1980, 1, 1, 0, 0, 0)
_STAMP = b"2000-01-01T00:00:00Z"
_CLOCK = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_UNIX = 3


def without_clock(data: bytes) -> bytes:
    """Give the same XLSX workbook without the time at which it was written.

    Parameters
    ----------
    data : bytes
        As openpyxl saves it; XlsxWriter is told the time itself.

    Returns
    -------
    bytes
        The same for the same content, whenever and on whatever system.
    """
    settled = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(settled, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            content = before.read(name)
            if name == "docProps/core.xml":
                content = _CLOCK.sub(rb"\g<1>" + _STAMP, content)
            entry = zipfile.ZipInfo(name, _THEN)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = _UNIX
            after.writestr(entry, content)
    return settled.getvalue()
