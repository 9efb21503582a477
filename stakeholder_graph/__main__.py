"""Runs the command line: ``python -m stakeholder_graph``."""

from stakeholder_graph.cli import main

if __name__ == "__main__":
    main(prog_name="stakeholder-graph")
