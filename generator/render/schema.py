"""The schema of the front matter as JSON Schema, for editors."""

import msgspec

from generator.model import FrontMatter, Page


def page() -> Page:
    """The schema of an article's front matter (JSON Schema 2020-12), at `schema/article.json`."""
    schema = msgspec.json.schema(FrontMatter)
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["$defs"]["FrontMatter"]["additionalProperties"] = False
    # YAML reads an unquoted 2015 as a number; the archive takes it for the year it is.
    for key in ("published", "occurred", "retrieved"):
        schema["$defs"]["FrontMatter"]["properties"][key]["anyOf"].append(
            {"type": "integer", "minimum": 1000, "maximum": 9999}
        )
    return Page("schema/article.json", msgspec.json.format(msgspec.json.encode(schema), indent=2) + b"\n")
