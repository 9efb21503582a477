"""Words in another language: those that every survey uses, and those that are a partnership's own."""
