"""Drawing by matplotlib: a canvas in CSS pixels, and its picture as SVG that a page's own style sheet colours."""
