"""The worker needs a library that other tests do not need."""

collect_ignore = ["worker.py"]
