"""How papers, stations and sites are called."""

PRESS = (
    r"(?:Daily|Times|Post|News|Herald|Tribune|Journal|Gazette|Chronicle|Telegraph|Guardian|Observer|Mirror|Star|Globe|Express"
    r"|Mail|Press|Standard|Independent|Monitor|Review|Weekly|Zeitung|Tagblatt|Tageblatt|Monde|Figaro|País|Agency|Xinhua|Reuters|AFP|AP"
    r"|TASS|Kazinform|Bloomberg|Television|TV|Radio|Broadcasting|Online|Today|Magazine|Courier|Dispatch|Inquirer|Bulletin|Register|Ledger|Messenger|Argus|Echo|Gazeta|Nachrichten|Kurier|Anzeiger|Rundschau|Quarterly|Digest|Newsletter|Вестник|Газета|Известия|Diario|Diário|Jornal|Giornale)"
)
"""The words that such names end with, as a regular expression."""
