"""What the environment asks for, looked at before any work is done."""

from stakeholder_graph.inference.kernels.choice import check_kernels


def check_environment() -> None:
    """Notice an environment variable that would stop the work later.

    Raises
    ------
    KernelsError
        If compiled loops are asked for that there are not, or that are not installed.

    Examples
    --------
    >>> check_environment()
    """
    check_kernels()
