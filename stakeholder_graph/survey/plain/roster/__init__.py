"""What the list of organizations says beside their names: who is the backbone, and who may be named."""
