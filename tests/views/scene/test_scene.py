"""The map that is presented: who is named where."""

from collections.abc import Callable

from stakeholder_graph.editions import Copy
from stakeholder_graph.views.layout.positions import LINE_HEIGHT
from stakeholder_graph.views.scene import closeup, scene
from stakeholder_graph.views.scene.camera import MOST_PARTNERS

Reported = Callable[..., Copy]


def test_who_finds_itself_is_named_whole_and_so_are_up_to_fifteen_partners(reported: Reported) -> None:
    drawn = scene(reported("partners", hostile=True))
    for k, partners in enumerate(drawn.partners):
        assert "".join(drawn.dots[k].lines).replace(" ", "") == "".join(drawn.dots[k].name.split())
        view = closeup(drawn, k)
        named = {label.number for label in view.labels}
        assert k in named
        assert named == {k, *partners} if len(partners) <= MOST_PARTNERS else named <= {k, *partners}
        left, top, wide, high = view.frame
        boxes = []
        for label in view.labels:
            dot = drawn.dots[label.number]
            half, tall = dot.width * view.names / 2, LINE_HEIGHT * len(dot.lines) * view.names
            assert left <= label.x - half, dot.name
            assert label.x + half <= left + wide, dot.name
            assert top <= label.top, dot.name
            assert label.top + tall <= top + high + 0.1, dot.name
            boxes.append((label.x - half, label.top, label.x + half, label.top + tall))
        for n, one in enumerate(boxes):
            for other in boxes[:n]:
                apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
                assert apart, (drawn.dots[k].name, one, other)
