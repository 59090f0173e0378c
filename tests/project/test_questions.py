"""Every reader question of Above & Below answers first, is short, and leaves warnings to the generator."""

import re

import pytest
import real_project

from generator.core.markup import plain

LIBRARY = real_project.report().survey.library
MOST_WORDS = 350
NUMBERS = {number for level in LIBRARY.care_levels.values() for number in re.findall(r"\(tel:(\d+)\)", level.act)}


def page(id: str) -> list[str]:
    """The texts that a reader of the question's page sees, top to bottom, without links and citations."""
    entry = LIBRARY.faq[id]
    return [
        plain(text) for text in (entry.question, entry.summary, entry.answer, entry.article_says, entry.evidence_says)
    ]


@pytest.mark.parametrize("id", LIBRARY.faq)
def test_the_summary_is_the_answer_in_one_or_two_sentences(id):
    _, summary, answer, *_ = page(id)
    assert 1 <= len(re.findall(r"[.!?](?=\s|$)", summary)) <= 2
    assert len(summary.split()) <= 40
    # A summary that only announces an answer begins with a word that asks.
    assert not re.match(r"(What|Why|When|Which|Where|How|Who)\b", summary)
    assert summary not in answer


@pytest.mark.parametrize("id", LIBRARY.faq)
def test_a_question_has_fewer_than_350_words(id):
    assert len(" ".join(page(id)).split()) < MOST_WORDS


@pytest.mark.parametrize("id", LIBRARY.faq)
def test_a_question_names_no_number_of_an_emergency_service(id):
    assert len(NUMBERS) == 5
    assert not [number for number in NUMBERS if re.search(rf"(?<!\d){number}(?!\d)", " ".join(page(id)))]
