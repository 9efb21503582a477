"""What axe-core finds wrong with a page.

Most of its time goes into contrast, which it judges of a few of those words that look alike.
"""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

#: Of words that look alike, and so does all that they stand in, so many are judged.
ALIKE = 3
#: Marks words whose contrast is to be judged. What is laid over other things always is, and what cannot be seen is not
#: counted. Of words in pictures axe cannot tell what they stand on: after a long look it says so, and finds nothing.
_MARKED = """(alike) => {
  const looks = new Map();
  const shown = ["color", "backgroundColor", "backgroundImage", "opacity", "fontSize", "fontWeight", "textShadow"];
  const mark = (element, around) => {
    const style = getComputedStyle(element);
    const words = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim().length > 1);
    const seen = words && element.checkVisibility({ visibilityProperty: true });
    const alone = ["absolute", "fixed"].includes(style.position) ? looks.size : "";
    const own = [element.localName, element.className, element.matches(":disabled"), alone];
    const look = JSON.stringify([around, ...own, ...shown.map((name) => style[name])]);
    if (!looks.has(look)) looks.set(look, { name: looks.size, seen: 0 });
    const like = looks.get(look);
    if (seen) like.seen += 1;
    element.toggleAttribute("data-judged", seen ? like.seen <= alike : element.matches("input, select, textarea"));
    for (const child of element.children) if (child.localName !== "svg") mark(child, like.name);
  };
  mark(document.body, "");
}"""
_JUDGED = """axe.configure({ rules: [{ id: "color-contrast", selector: "[data-judged]" }] })"""
_VIOLATIONS = """async () => (await axe.run({ reporter: "no-passes", preload: false })).violations
  .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))"""


def violations(page: Page) -> list[str]:
    """Everything that axe-core finds wrong with a page as it stands, as ``rule: where``; it cannot see into a canvas.

    The page's own policy stays in force: axe comes in through the browser's debugger, once a page. What it finds right
    stays in the browser.

    Parameters
    ----------
    page : Page
        To look at.
    """
    if page.evaluate("window.axe === undefined"):
        page.evaluate(Axe().axe_script)
        page.evaluate(_JUDGED)
    page.evaluate(_MARKED, ALIKE)
    wrong: list[str] = page.evaluate(_VIOLATIONS)
    return wrong
