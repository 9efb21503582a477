"""Numbers as a person would write them."""


def number(value: str | float | bool | None) -> str:
    """A value as a person would write it: two decimals, a real minus, thousands apart, yes and no.

    Examples
    --------
    >>> number(0.4694), number(-0.5), number(3.0), number(1234), number(None), number(True), number(0.004)
    ('0.47', '−0.50', '3', '1,234', 'not known', 'yes', '0.004')
    """
    if value is None:
        return "not known"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str):
        return value
    if value == round(value) or abs(value) >= 100:
        text = f"{round(value):,}"
    elif abs(value) < 0.01:
        text = f"{value:.3f}"
    else:
        text = f"{value:.1f}" if abs(value) >= 10 else f"{value:.2f}"
    return text.replace("-", "−")
