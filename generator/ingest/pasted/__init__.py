"""What a pasted text says of itself: which rows are the article, and who wrote it, when, where, for whom.

text ──rows──▶ Row… ──features──▶ scores ──kinds──▶ (kind, rule) a row ──▶ title, published, authors, … and body
"""
