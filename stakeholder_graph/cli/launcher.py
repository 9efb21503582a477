"""A file to double-click that makes the report, for those who never open a terminal."""

import shlex
import sys
from pathlib import Path

_SHELL = """\
#!/bin/sh
# Makes the report from the survey in this folder. Nothing leaves this computer.
cd "$(dirname "$0")" || exit 1
{python} -m stakeholder_graph report . -o {output}
status=$?
if [ -t 0 ]; then
    printf 'Press Enter to close this window. '
    read -r _
fi
exit $status
"""
_BATCH = """\
@echo off
rem Makes the report from the survey in this folder. Nothing leaves this computer.
chcp 65001 >nul
cd /d "%~dp0"
"{python}" -m stakeholder_graph report . -o "{output}"
pause
"""


def write_launcher(folder: Path, output: str, platform: str = sys.platform) -> Path:
    """Write "Make report", which runs the tool that is installed, with the Python it is installed in.

    Parameters
    ----------
    folder : Path
        The partnership's folder.
    output : str
        Where the report's folders go, as seen from there.
    platform : str
        As `sys.platform` has it.

    Returns
    -------
    Path
        ``Make report.bat`` on Windows, ``.command`` on macOS, ``.sh`` elsewhere.
    """
    if platform == "win32":
        path = folder / "Make report.bat"
        python, target = (text.replace("%", "%%") for text in (sys.executable, output))
        path.write_bytes(_BATCH.format(python=python, output=target).replace("\n", "\r\n").encode())
        return path
    path = folder / ("Make report.command" if platform == "darwin" else "Make report.sh")
    path.write_text(_SHELL.format(python=shlex.quote(sys.executable), output=shlex.quote(output)), encoding="utf-8")
    path.chmod(0o755)
    return path
