"""Makes plain `mkdocs build` and `mkdocs serve` generate the archive's pages first, and what they do quicker."""

from generator.hook import on_env, on_files, on_page_content, on_page_markdown, on_post_build, on_pre_build, on_serve

__all__ = ["on_env", "on_files", "on_page_content", "on_page_markdown", "on_post_build", "on_pre_build", "on_serve"]
