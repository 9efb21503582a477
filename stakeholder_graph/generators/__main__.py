"""Write an example: ``python -m stakeholder_graph.generators wren-county surveys/wren-county``."""

from argparse import ArgumentParser
from pathlib import Path

from stakeholder_graph.generators.examples import EXAMPLES, write_example


def main() -> None:
    """Write an example partnership into a folder."""
    parser = ArgumentParser("python -m stakeholder_graph.generators", description=main.__doc__)
    parser.add_argument("name", choices=list(EXAMPLES), help="which example")
    parser.add_argument("folder", type=Path, help="where its plain files go")
    options = parser.parse_args()
    write_example(options.name, options.folder)


if __name__ == "__main__":
    main()
