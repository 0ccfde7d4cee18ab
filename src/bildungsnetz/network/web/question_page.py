"""A question to the register as its page reads it out of the address."""

from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode

from django.core.paginator import Page
from django.db.models import QuerySet

from bildungsnetz.core import clock
from bildungsnetz.core.web.pages import page_of
from bildungsnetz.core.web.request import Request
from bildungsnetz.network.domain.questions import Question, Subject, from_address, to_address
from bildungsnetz.network.models import Institution, Person
from bildungsnetz.network.selectors.answers import institutions_that_fit, is_whole, people_that_fit
from bildungsnetz.network.selectors.asking import Asking
from bildungsnetz.network.selectors.question_words import Known, choices_for, in_words
from bildungsnetz.network.web.forms.questions import QuestionForm


@dataclass(frozen=True)
class Posed:
    """One question, its form, and what fits."""

    request: Request
    question: Question
    asking: Asking

    @cached_property
    def known(self) -> Known:
        return choices_for(self.question, self.request.actor)

    @cached_property
    def form(self) -> QuestionForm:
        return QuestionForm(self.question, self.known)

    @property
    def is_about_people(self) -> bool:
        return self.question.subject is Subject.PEOPLE

    @property
    def is_asked(self) -> bool:
        """Whether there is something to answer; an empty question lists nobody."""
        return any(is_whole(condition) for condition in self.question.conditions)

    @property
    def words(self) -> str:
        return in_words(self.question, self.known)

    @property
    def query(self) -> str:
        """The question as the parameters of an address, for sharing."""
        return query_of(self.question)

    def hits(self) -> "QuerySet[Person] | QuerySet[Institution]":
        """All that fit."""
        find = people_that_fit if self.is_about_people else institutions_that_fit
        return find(self.question, self.asking)

    def page(self) -> "Page[Person] | Page[Institution]":
        return page_of(self.request, self.hits())


def posed(request: Request) -> Posed:
    """Read the question out of the address."""
    question = from_address(request.GET.dict())
    now = clock.now()
    return Posed(request, question, Asking(request.actor, question.on or clock.day_of(now), now))


def query_of(question: Question) -> str:
    """The parameters of the address that asks this question."""
    return urlencode(to_address(question))
