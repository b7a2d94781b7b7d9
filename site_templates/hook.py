"""Makes plain `mkdocs build` and `mkdocs serve` generate the archive's pages first."""

from generator.hook import on_pre_build, on_serve

__all__ = ["on_pre_build", "on_serve"]
