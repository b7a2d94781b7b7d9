"""The tests; `scratch` and `casefiles` are what several of them use."""
