"""Many partnerships side by side: what can be compared across sizes, and what each can learn from which."""
