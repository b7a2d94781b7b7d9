"""Makes plain `mkdocs build` and `mkdocs serve` generate the archive's pages first, and list the site's files."""

from generator.hook import on_post_build, on_pre_build, on_serve

__all__ = ["on_post_build", "on_pre_build", "on_serve"]
