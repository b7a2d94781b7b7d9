"""Speed, as ratios taken in one run: the only kind of time that two machines can compare."""
