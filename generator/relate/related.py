"""Placeholder until the room is furnished."""


def related(articles, names):  # type: ignore
    return {}
