"""Write the example: ``python -m stakeholder_graph.invented wren-county surveys/wren-county``."""

from argparse import ArgumentParser
from pathlib import Path

from stakeholder_graph.invented.files import write
from stakeholder_graph.invented.wren_county import wren_county


def main() -> None:
    """Write an invented partnership into a folder."""
    parser = ArgumentParser("python -m stakeholder_graph.invented", description=main.__doc__)
    parser.add_argument("partnership", choices=["wren-county"], help="which one")
    parser.add_argument("folder", type=Path, help="where its plain files go")
    options = parser.parse_args()
    made = wren_county()
    write(made.tables, options.folder, made.settings)


if __name__ == "__main__":
    main()
