"""The words and examples understanding rests on, loaded once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from advisor.dialogue.intents import IntentModel, IntentSpec, read_intents
from advisor.dialogue.slots.earlier_words import EarlierWords, make_earlier_words
from advisor.dialogue.text.names import NameBook, make_name_book
from advisor.dialogue.text.relayed import Relaying, make_relaying
from advisor.dialogue.text.spelling import Speller, make_speller
from advisor.dialogue.told.reader import ToldReader

MASK = "this npq"
"""What stands for a course name when intents are learned and told: what is asked does not hang on which course."""


_WITHOUT_APOSTROPHE = frozenset(
    "doesnt didnt arent wasnt werent havent hasnt hadnt wouldnt couldnt shouldnt mustnt neednt youre theyre were youve "
    "theyve weve youll theyll shouldve couldve wouldve".split()
)
"""Contractions as phones write them: no misspellings of other words."""


def _words_of(texts: Iterable[str]) -> list[str]:
    return [word for text in texts for word in re.findall(r"[a-z]+(?:['’][a-z]+)?", text.lower())]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Names, spelling, intents, ways of passing an enquiry on; classifier and learned reader: None until they are given."""

    names: NameBook
    speller: Speller
    intents: Mapping[str, IntentSpec]
    relaying: Relaying
    earlier: EarlierWords
    model: IntentModel | None = None
    told: ToldReader | None = None

    def mask(self, text: str) -> str:
        """Return `text` with every course name replaced by the same words, "NPQ for Headship (NPQH)" by one of them."""
        pieces, position = [], 0
        for mention in self.names.find(text.replace("<course>", MASK)):
            if mention.kind == "course" and mention.start >= position:
                pieces += [text[position : mention.start], MASK]
                position = mention.end
        masked = "".join((*pieces, text[position:])).replace("<course>", MASK)
        return masked.replace(f"{MASK} ({MASK})", MASK)


def make_lexicon(
    names: Mapping[str, Any],
    places: Mapping[str, Any],
    intents: Mapping[str, Any],
    domain_texts: Iterable[str],
    common_words: Iterable[str],
    in_full: Mapping[str, str] | None = None,
    asked_texts: Iterable[str] = (),
    earlier: Mapping[str, Any] | None = None,
) -> Lexicon:
    """Build the lexicon: words of `domain_texts` may replace a misspelling, `common_words` are left alone.

    `asked_texts` are ways of asking: their words may replace one too, but a rare one may be a slip written on purpose.

    `earlier` holds the words by which people tell of NPQs they have had; `in_full` gives what words typed in short ("hav", "wat") stand for.
    """
    book = make_name_book(names, places)
    written = _words_of(domain_texts)
    counts = Counter([*written, *_words_of(asked_texts)])
    common = frozenset(common_words)
    # A word seen once may itself be a slip; names hold misspellings on purpose, so they correct nothing.
    domain = {word for word, count in counts.items() if count >= 3 and (not common or word in common or count >= 12)}
    cues = frozenset(_words_of(cue for fields in intents["intent"].values() for cue in fields.get("cues", ())))
    around = frozenset(written) | common | book.words() | _WITHOUT_APOSTROPHE | cues
    relaying = make_relaying(names.get("relayed", {}))
    speller = make_speller(domain, around, in_full, book.places())
    return Lexicon(book, speller, read_intents(intents), relaying, make_earlier_words(earlier or {}))
