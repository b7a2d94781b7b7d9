"""What months and days of the week are called, in nine languages.

The abbreviations are those of the Unicode CLDR and of the languages' style books; Russian months stand in the genitive,
as in a date, and in the nominative, as in a headline. Arabic months have three sets of names, as the press of Egypt, of
the Levant and Iraq, and of the Maghreb writes them, with hamza and without. A low line stands for a blank in a name.
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

MONTHS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "en": (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        "fr": (
            "janvier janv",
            "février fevrier févr fevr fév fev",
            "mars",
            "avril avr",
            "mai",
            "juin",
            "juillet juil",
            "août aout",
            "septembre sept",
            "octobre oct",
            "novembre nov",
            "décembre decembre déc dec",
        ),
        "es": (
            "enero ene",
            "febrero feb",
            "marzo mar",
            "abril abr",
            "mayo may",
            "junio jun",
            "julio jul",
            "agosto ago",
            "septiembre setiembre sept sep set",
            "octubre oct",
            "noviembre nov",
            "diciembre dic",
        ),
        "de": (
            "januar jänner jän jan",
            "februar feber feb",
            "märz maerz marz mär mrz",
            "april apr",
            "mai",
            "juni jun",
            "juli jul",
            "august aug",
            "september sept sep",
            "oktober okt",
            "november nov",
            "dezember dez",
        ),
        "pt": (
            "janeiro jan",
            "fevereiro fev",
            "março marco mar",
            "abril abr",
            "maio mai",
            "junho jun",
            "julho jul",
            "agosto ago",
            "setembro set",
            "outubro out",
            "novembro nov",
            "dezembro dez",
        ),
        "it": (
            "gennaio gen",
            "febbraio feb",
            "marzo mar",
            "aprile apr",
            "maggio mag",
            "giugno giu",
            "luglio lug",
            "agosto ago",
            "settembre sett set",
            "ottobre ott",
            "novembre nov",
            "dicembre dic",
        ),
        "ru": (
            "января январь янв",
            "февраля февраль февр фев",
            "марта март мар",
            "апреля апрель апр",
            "мая май",
            "июня июнь июн",
            "июля июль июл",
            "августа август авг",
            "сентября сентябрь сент сен",
            "октября октябрь окт",
            "ноября ноябрь нояб ноя",
            "декабря декабрь дек",
        ),
        "ar": (
            "يناير كانون_الثاني جانفي",
            "فبراير شباط فيفري",
            "مارس آذار اذار",
            "أبريل ابريل إبريل نيسان أفريل افريل",
            "مايو أيار ايار ماي",
            "يونيو يونيه حزيران جوان",
            "يوليو يوليه تموز جويلية يوليوز",
            "أغسطس اغسطس آب أوت غشت",
            "سبتمبر أيلول ايلول شتنبر",
            "أكتوبر اكتوبر تشرين_الأول تشرين_الاول",
            "نوفمبر تشرين_الثاني نونبر",
            "ديسمبر كانون_الأول كانون_الاول دجنبر",
        ),
    },
)
"""For each language, twelve lines of names, each from the full one to the shortest; Chinese counts its months."""

WEEKDAYS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "en": (
            "monday mon",
            "tuesday tues tue",
            "wednesday wed",
            "thursday thurs thur thu",
            "friday fri",
            "saturday sat",
            "sunday sun",
        ),
        "fr": ("lundi lun", "mardi mar", "mercredi mer", "jeudi jeu", "vendredi ven", "samedi sam", "dimanche dim"),
        "es": (
            "lunes lun",
            "martes mar",
            "miércoles miercoles mié",
            "jueves jue",
            "viernes vie",
            "sábado sabado sáb",
            "domingo dom",
        ),
        "de": (
            "montag mo",
            "dienstag di",
            "mittwoch mi",
            "donnerstag do",
            "freitag fr",
            "samstag sonnabend sa",
            "sonntag so",
        ),
        "pt": (
            "segunda-feira seg",
            "terça-feira ter",
            "quarta-feira qua",
            "quinta-feira qui",
            "sexta-feira sex",
            "sábado sáb",
            "domingo dom",
        ),
        "it": (
            "lunedì lun",
            "martedì mar",
            "mercoledì mer",
            "giovedì gio",
            "venerdì ven",
            "sabato sab",
            "domenica dom",
        ),
        "ru": ("понедельник пн", "вторник вт", "среда ср", "четверг чт", "пятница пт", "суббота сб", "воскресенье вс"),
        "zh": (
            "星期一 周一",
            "星期二 周二",
            "星期三 周三",
            "星期四 周四",
            "星期五 周五",
            "星期六 周六",
            "星期日 星期天 周日",
        ),
        "ar": (
            "الاثنين الإثنين",
            "الثلاثاء",
            "الأربعاء الاربعاء",
            "الخميس",
            "الجمعة",
            "السبت",
            "الأحد الاحد",
        ),
    },
)
"""For each language, seven lines of names, from Monday."""


def folded(name: str) -> str:
    """The name without case and accents, with single blanks, as it is looked up."""
    letters = unicodedata.normalize("NFD", " ".join(name.casefold().replace("_", " ").split()))
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).strip(".")


def _numbers(table: Mapping[str, tuple[str, ...]]) -> dict[str, int]:
    """Every name with its number, counted from 1; the languages never contradict one another within a table."""
    return {
        folded(name): number
        for names in table.values()
        for number, line in enumerate(names, 1)
        for name in line.split()
    }


_MONTH_NUMBERS = _numbers(MONTHS)
_MONTH_WORDS = frozenset(word for name in _MONTH_NUMBERS for word in name.split())
_WEEKDAY_NUMBERS = _numbers(WEEKDAYS)


def month(name: str) -> int | None:
    """The month's number, 1 to 12, by its name in any of the languages; None for another word."""
    return _MONTH_NUMBERS.get(folded(name))


@lru_cache(maxsize=1 << 12)
def in_month(word: str) -> bool:
    """Whether the word is a month's name in any of the languages, or one of the two words of one."""
    return folded(word) in _MONTH_WORDS


def weekday(name: str) -> int | None:
    """The day's number as in ISO 8601, Monday being 1, by its name in any of the languages; None for another word."""
    return _WEEKDAY_NUMBERS.get(folded(name))


def alternation(table: Mapping[str, tuple[str, ...]], *languages: str) -> str:
    """A regular expression for every name in the table (of these languages, or of all), the longest first."""
    rows = [row for language in languages or table for row in table[language]]
    names = {name for row in rows for name in row.split()}
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return "|".join(re.escape(name).replace("_", r"\s") for name in longest_first)
