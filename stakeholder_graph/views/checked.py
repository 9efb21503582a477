"""What ``check`` prints: who answered, and what is not known yet."""

from stakeholder_graph.graph import Partnership


def checked(partnership: Partnership, wave: str | None = None) -> str:
    """Say who answered a wave and how much of each layer is known.

    Parameters
    ----------
    partnership : Partnership
        As read, so without problems.
    wave : str, optional
        The latest unless told.

    Returns
    -------
    str
        For the backbone: it names sectors of any size.
    """
    graph = partnership.graph(wave)
    people = graph.organizations.assign(answered=graph.answered)
    lines = [
        f"{partnership.name}, wave {graph.wave.name}: no problems found.",
        f"{int(graph.answered.sum())} of {len(people)} organizations answered.",
    ]
    if not partnership.answered_known:
        lines.append("Nothing says who answered, so all count as having answered. Add a column `answered`.")
    lines.append("")
    counts = people.groupby("sector")["answered"].agg(["sum", "size"])
    width = max([len("Sector"), *map(len, counts.index)])
    lines += [f"{'Sector':<{width}}  answered  listed"]
    lines += [
        f"{sector:<{width}}  {answered:>8}  {listed:>6}" for sector, answered, listed in counts.itertuples(name=None)
    ]
    lines.append("")
    for name in graph.layers:
        layer = graph.layer(name)
        if partners := graph.layers[name].asked_of:
            lines.append(f"{name}: {layer.count} answers, asked only about partners in {partners}.")
            continue
        unknown = layer.possible - layer.dyads
        share = 100 * unknown / layer.possible if layer.possible else 0
        lines.append(
            f"{name}: {layer.count} ties reported; {unknown} of {layer.possible} possible ties "
            f"not known ({share:.0f} %)."
        )
    return "\n".join(lines) + "\n"
