"""The search, measured: what it finds, what it loads and how long it takes, in a real browser."""
