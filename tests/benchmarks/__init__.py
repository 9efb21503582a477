"""How long things take, beside the plain way and beside other libraries: ``python -m tests.benchmarks``."""
