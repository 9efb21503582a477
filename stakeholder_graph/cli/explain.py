"""``explain``: a measure in plain words."""

import click


@click.command()
@click.argument("name", required=False)
def command(name: str | None) -> None:
    """Explain a measure in plain words, with formula, range and sources; without NAME, list them all."""
    from stakeholder_graph.views.explain import explain, list_measures

    click.echo(explain(name) if name else list_measures(), nl=False)
