"""A refusal: the product will not do this, and says in a sentence what to do instead."""


class Refusal(Exception):
    """Raised by rules and operations; its text is shown to the user as it is.

    `field` names the form field that the sentence belongs to, where there is one, so that a page
    can put it beside the question.
    """

    def __init__(self, sentence: str, *, field: str | None = None) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.field = field

    def __str__(self) -> str:
        return self.sentence
