"""The public Python functions, a module for each job; the command line calls these and nothing deeper."""
