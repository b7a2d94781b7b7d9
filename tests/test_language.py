"""The language of a text, by its script, its letters and the words that every sentence needs."""

import pytest

from generator.ingest.pasted.language import language


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("The ferry was late, and the men of the harbor waited for it in the rain.", "en"),
        ("وصلت العبارة إلى الميناء في المساء وكان الناس ينتظرون على الرصيف.", "ar"),
        ("وصلت العبارة إلى ميناء چلبي گاه في المساء وكان الناس ينتظرون على الرصيف القديم قرب السوق الكبير.", "ar"),
        ("کشتی عصر به بندر رسید و مردم در کنار اسکله منتظر بودند.", "fa"),
        ("كشتي عصر به بندر رسيد و چند مرد پير در كنار پل منتظر بودند.", "fa"),
        ("کشتی شام کو بندرگاہ پر پہنچی اور لوگ گھاٹ پر انتظار کر رہے تھے۔", "ur"),
        ("بېړۍ ماښام بندر ته ورسېده او خلک په ساحل کې ولاړ ول.", "ps"),
        ("كېمە كەچتە پورتقا يېتىپ كەلدى، كىشىلەر ئۇنى ساقلاپ تۇراتتى.", "ug"),
    ],
)
def test_a_text_is_of_the_language_of_its_letters(text: str, tag: str) -> None:
    found = language([text])
    assert found
    assert found[0] == tag
