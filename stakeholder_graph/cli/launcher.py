"""A file to double-click that makes the report, for those who never open a terminal."""

import shlex
import sys
from pathlib import Path

from stakeholder_graph.storage.files import write_file_whole
from stakeholder_graph.text import N_, _

_PURPOSE = N_("This script makes the report from the survey in this folder. Nothing leaves this computer.")
_SHELL = """\
#!/bin/sh
# {purpose}
cd "$(dirname "$0")" || exit 1
{python} -m stakeholder_graph report . -o {output}
status=$?
if [ -t 0 ]; then
    printf '%s ' {prompt}
    read -r _
fi
exit $status
"""
_BATCH = """\
@echo off
rem {purpose}
chcp 65001 >nul
cd /d "%~dp0"
"{python}" -m stakeholder_graph report . -o "{output}"
pause
"""


def write_launcher(folder: Path, output: str, platform: str = sys.platform) -> Path:
    """Write "Make report", a script that runs this installation of the tool.

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
        script = _BATCH.format(purpose=_(_PURPOSE), python=python, output=target)
        write_file_whole(path, script.replace("\n", "\r\n").encode())
        return path
    path = folder / ("Make report.command" if platform == "darwin" else "Make report.sh")
    prompt = _("Press Enter to close this window.")
    python, target, prompt = (shlex.quote(text) for text in (sys.executable, output, prompt))
    script = _SHELL.format(purpose=_(_PURPOSE), python=python, output=target, prompt=prompt)
    write_file_whole(path, script.encode(), executable=True)
    return path
