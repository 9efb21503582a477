"""Write the example: ``python -m tools.wren_county surveys/wren-county``."""

from argparse import ArgumentParser
from pathlib import Path

from stakeholder_graph.generators.write_files import write
from tools.wren_county import wren_county


def main() -> None:
    """Write the example partnership into a folder."""
    parser = ArgumentParser("python -m tools.wren_county", description=main.__doc__)
    parser.add_argument("folder", type=Path, help="where its plain files go")
    options = parser.parse_args()
    made = wren_county()
    write(made.tables, options.folder, made.settings)


if __name__ == "__main__":
    main()
