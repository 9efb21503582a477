"""What is wrong with settings: found by our validators or by pydantic, and said in the words of the file."""
