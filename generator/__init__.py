"""A static site generator for a briefing archive.

The way of the data, which `generator.build` tells in one function::

    content/ ──read──▶ Source ──ingest──▶ Article ──understand──▶ + mentions, dates ──relate──▶ Archive
                       (bytes)            (clean body, metadata     (spans in the body)           (who appears where,
                                           with the rule behind                                    related, timeline)
                                           every field)                                               │
       site/ ◀──publish── docs/archive/* ◀──write── Page(path, data) ◀──render────────────────────────┘

A module named by a verb touches the disk; one named by a noun is pure. A stage imports only earlier ones.
"""
