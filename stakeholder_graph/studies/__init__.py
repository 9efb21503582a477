"""Studies put findings side by side; the runner `assess` makes them."""
