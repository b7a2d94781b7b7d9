"""Articles and entities whose every name is markup: what must be seen on the site as the text it is."""

MARKUP = "</title><script>alert(1)</script><img src=x onerror=alert(2)>"
"""A title that ends the element it is written into, and would run twice."""

CODE = "`</title><svg onload=alert(3)>` **of** [Quell](javascript:alert(4)) &lt;b&gt;"
"""A title that is Markdown and HTML, and character references that have to stay references."""

NAME = "Quorl <img src=x onerror=alert(5)>"
"""The name of an entity, found in the articles."""

HEADING = "A heading <img src=x onerror=alert(11)> & more"

SOURCE = "The <script>alert(6)</script> Courier"

FILES = {
    "articles/2021/2021-01-02-markup.md": f"""---
title: {MARKUP!r}
published: 2021-01-02
source: {SOURCE!r}
summary: 'A summary <img src=x onerror=alert(7)> of marked words.'
authors: ['A. <b onclick=alert(8)>Writer</b>']
topics: ['<script>alert(9)</script>']
---

The zanderbird <img src=x onerror=alert(10)> came to the harbor on January 2, 2021, and {NAME} saw it.

## {HEADING}

<script>alert(12)</script> It left again. {{onclick=alert(13)}} {{#__config}}
""",
    "articles/2021/2021-01-03-code.md": f"""---
title: {CODE!r}
published: 2021-01-03
source: {SOURCE!r}
---

A day later {NAME} said that the zanderbird was gone, and that nobody would see it before the summer of 2022.
""",
    "articles/2018/2018-01-04-russian.md": """---
title: Лампа на причале
published: 2018-01-04
language: ru
---

Вчера на причале нашли лампу, похожую на птицу. Никто не знает, чья она.
""",
    "entities/things/quorl.md": f"""---
name: {NAME!r}
aliases: ['Quorl', '<svg onload=alert(14)>']
---

A lamp <script>alert(15)</script> that is said to look like a bird.
""",
}
"""By path below `content/`."""
