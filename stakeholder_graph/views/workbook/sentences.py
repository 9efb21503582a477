"""The sentences of a copy with the numbers in them, each number by its name, so that each can be looked up."""

from collections.abc import Iterator, Sequence

from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.model.cells import is_number
from stakeholder_graph.model.finding import Finding, Message
from stakeholder_graph.model.table import ABSENT, Column, Table
from stakeholder_graph.studies.call_list import Call
from stakeholder_graph.text import N_, _
from stakeholder_graph.views.named_table import NamedTable


def sentences(copy: Copy, calls: Sequence[Call] = (), on_lines: Sequence[Finding] = ()) -> NamedTable:
    """List what each sentence says: a row for each number or name in it.

    Parameters
    ----------
    copy : Copy
        What may be seen.
    calls : sequence of Call
        The call list, for the desk.
    on_lines : sequence of Finding
        What the room's copy counts, for the desk.
    """
    said = [
        (about, message.id, field, value)
        for about, message in _messages(copy, calls, on_lines)
        for field, value in message.fields.items()
    ]
    columns = {
        Column("about", N_("About"), "text"): [about for about, _id, _field, _value in said],
        Column("sentence", N_("Sentence"), "text"): [id for _about, id, _field, _value in said],
        Column("field", N_("What"), "text"): [field for _about, _id, field, _value in said],
        Column("number", N_("Number"), "number"): [
            float(value) if isinstance(value, int | float) and is_number(value) else ABSENT
            for _about, _id, _field, value in said
        ],
        Column("text", N_("Text"), "text"): [
            ABSENT if value is None or is_number(value) else str(value) for _about, _id, _field, value in said
        ],
    }
    return NamedTable("sentences", _("Sentences"), Table.of(columns), _("The numbers that each sentence says."))


def _messages(copy: Copy, calls: Sequence[Call], on_lines: Sequence[Finding]) -> Iterator[tuple[str, Message]]:
    in_room = ((_("{finding} (in the room’s copy)", finding=finding.id), finding) for finding in on_lines)
    for about, finding in (*((finding.id, finding) for finding in copy.findings), *in_room):
        for message in (finding.reading, *finding.caveats):
            if message is not None:
                yield about, message
    for call in calls:
        for why in call.why:
            yield " … ".join(filter(None, (call.purpose, call.whom, call.with_whom))), why
