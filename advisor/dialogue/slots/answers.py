"""Read an answer to the adviser's own question: yes, no, one of the choices, or not sure, in any form.

Values are returned as the fact wants them; whether they are taken up is for `state.py`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from advisor.core.fact import Choice
from advisor.dialogue.text.not_knowing import says_not_knowing

_LEADS_IN = re.compile(
    r"^\W*(?:(?:(?:ok|okay|oh|well|right|so|hmm+|erm|um|lol|ah|sadly|unfortunately|i'm afraid|im afraid|happily|luckily|thankfully|"
    r"(?:i |we )?(?:(?:have|'ve|ve) )?(?:just |now |quickly |double )*(?:checked|looked|asked|searched|rang|phoned)(?: it| them| him| her| again| twice| it up| up| there| and)*|had a look|having checked|"
    r"(?:(?:my|our|the) )?(?:head|office|school|boss|manager|business manager|bursar|slt|admin|employer|trust|website)(?: has| have| just)* (?:says?|said|tells me|told me|confirms?|confirmed)(?: that| it's| its)?|"
    r"(?:i |we |just )*asked (?:my|our|the) \w+,? (?:and )?(?:they|she|he) (?:say|says|said|confirmed|confirms)(?: that)?|(?:my|our|the) \w+ (?:has |have |just )?(?:checked|looked|asked)(?: it| and)*|"
    r"(?:i'm |im |been )?told|(?:that's|thats|that is|it's|its|it is|that'd be|that would be|going with|i'll say|must be|gotta be) an?|the answer(?:'s| is)|answer is|definite(?:ly)?|definitely|very much|most certainly)\b|✅|❌)[\s,.:;!-]*)+"
)
"""What people say before a yes or a no: "just checked:", "the office says", "that's a"."""
_HALF_YES = re.compile(
    r"^\W*(?:yes|yeah|yep|no|nope|nah)[\s,]+(?:(?:i|we) )?(?:think|believe|guess|hope|reckon|imagine|suppose|assume|probably|maybe|perhaps|possibly)(?: so| not)?\W*$"
)
_SIGNS = (("👍", "yes "), ("✅", "yes "), ("☑", "yes "), ("✔", "yes "), ("👎", "no "), ("❌", "no "), ("✖", "no "))
_SUBJECT = r"^\W*(?:(?:my|our|the|both) (?:\w+ ){1,2}|(?:they|she|he|it|we|i|that|this|mine|ours) )"
_SUBJECT_YES = re.compile(
    rf"{_SUBJECT}(?:(?:certainly|definitely|really|sure|most) )?(?:does|do|did|has|have|had|is|are|am|was|were)(?: (?:one|it|them|indeed|yes|too))?\W*$"
)
_SUBJECT_NO = re.compile(
    rf"{_SUBJECT}(?:(?:does|do|did|has|have|had|is|are|am|was|were) not|(?:does|do|did|has|have|had|is|are|was|were)n'?t)(?: any ?more| now| yet| no)?\W*$"
)
"""A short sentence for a yes or a no: "my agency does", "the provider isn't"."""
_CLOSING = re.compile(r"^[^?]{0,60}[\s,.-](?:(?P<yes>yes|yeah|yep|yup)|no|nope)\W*$")
"""The yes or no that ends a short answer: "registered with them, yes"."""
_YES = re.compile(
    r"^\W*(?:affirmative|indeed|ofc|si\b|oui|ticked|tick|certainly|too right|100 ?%|always (?:have|has|did)|last time i (?:looked|checked)|yes|yep|yeah|yup|ya|yh|correct|that's right|thats right|(?:i do|we do|we are|i am|it is|i have)(?! not\b|n't)|sure|of course|right(?!,? (?:i'?ll|i will|so|ok|then|well|what|how|which|who|could|can|do|am|is|would)\b)|aye|definitely|absolutely|true|y)\b"
)
_NO = re.compile(
    r"^\W*(?:negative|not (?:us|ours|me|mine|ever|any ?more|(?:that|this)(?: one)? (?:n?either))\b|if only\b|nothing like (?:that|it)|nowhere near|nay\b|nein\b|(?:i'?m|i am)? ?afraid not|sadly not|unfortunately not|no(?! (?:wait|hang|hold|sorry|that was|i meant|actually|one|body|clue|idea|link|answer)\b)|nope|nah|not(?= really| yet| at all| any| on| in| here| there| listed|\W*$)|never|none(?! of (?:us|you|my|our|the (?:staff|other|team|teachers|heads|office))\b)|(?:i|we) do not|(?:i am|i'm|we are|we're|it is|i have|we have) not|i don't|i dont|we don't|we dont|we aren't|it isn't|it isnt|it's not|its not|i haven't|i havent|false|n|neither(?! of (?:us|you|my|our)\b))\b"
)
_PLAIN = re.compile(
    r"^\W*(?:yes|yep|yeah|yup|ya|yh|correct|no|nope|nah|neither)\b(?! (?:of us|of you|longer|npqs?|one|ofsted|wait|hang on|hold on|that was|i meant)\b)"
)
_UNSURE = re.compile(
    r"\b(?:not sure|unsure|don't know|dont know|dunno|no idea|idk|can't remember|cant remember|haven't a clue|no clue|not a clue|couldn't (?:say|tell)|couldnt (?:say|tell)|forget which|pass on that|"
    r"how (?:\w+ ){0,2}(?:do|would|can) (?:i|we|you) (?:know|find out|check)|(?:never|not) (?:even )?heard of|i think so|maybe|possibly|don't think|dont think)\b"
)
_HALF_SURE = re.compile(
    r"\bsurprised if\b|\b(?:thinks|reckons|believes|assumes|hopes|suspects)\b|\b(?:(?:pretty|fairly|quite|reasonably|almost|nearly) (?:sure|certain)|(?:we|it|they|i|she|he|should|ought to|must|might|could|may) (?:should|ought to|must|might|could|may|would)? ?be\b(?!en)|"
    r"(?:i|we)(?:'d| would| should)? (?:think|imagine|hope|guess|assume|suspect|reckon|expect|presume)|(?:i've|we've|i have) (?:always )?assumed|presumably|apparently|who knows|search me|"
    r"(?:haven't|havent|not|need to|will|must|i'll|let me|have to|gotta) (?:yet )?(?:checked|looked|check|look|ask|asked|find out))\b"
)
"""Less than a yes or a no: "we should be", "I'd think so", "haven't checked"."""
_ORDINAL = {
    "first": 0,
    "second": 1,
    "third": 2,
    "fourth": 3,
    "fifth": 4,
    "last": -1,
    "1st": 0,
    "2nd": 1,
    "3rd": 2,
    "4th": 3,
}
_PICK = re.compile(
    rf"\b(?:the\s+)?({'|'.join(_ORDINAL)})(?:\s+(?:one|option|choice))?\b|^\W*(?:option|number|choice)?\s*([1-9])\W*$"
)
_COUNTED = ("fir", "sec", "thi", "fou", "fif", "six", "sev", "eig", "nin", "ten")
_YEARS = re.compile(
    r"\b(\d{1,2}|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|six|seven|eight|nine|ten)(?:st|nd|rd|th)?[ -]"
    r"(?:years?|yrs?)\b|\byear (\d{1,2})\b"
)
_IN_MONTHS = re.compile(r"\b(\d{1,2}) months?\b")
_JUST_STARTED = re.compile(
    r"\b(?:just|only|recently|newly) (?:just )?(?:started|begun|began|appointed|been appointed|took over)\b|\bbrand new\b"
)
_FEW_WORDS = 7
_FEW_OF_DOUBT = 10
SELF_PAID = re.compile(
    r"\b(?:paid (?:for )?(?:\w+ ){0,3}(?:myself|ourselves)|self[- ]?fund\w*|out of my own|(?:my )?(?:school|trust|employer) paid|no dfe money)\b"
)
_LOST_OR_AWAITED = re.compile(
    r"\b(?:lost (?:it|that|their|theirs|the)|(?:it|that|they|accreditation|registration)(?:'s| has| was| were)? (?:lapsed|expired|been withdrawn|withdrawn|removed|refused)|"
    r"(?:still )?waiting (?:for|on) (?:it|mine|one|ofsted|the)|(?:i've|ive|i have|we've|have|they've|they have|only|just) (?:only |just )?applied|(?:it's|its|still) (?:pending|in progress|being processed)|(?:did|do|does)(?:n't|nt| not) (?:get|have|make) (?:through|it|re-?accredit\w*|accredit\w*)|failed|not (?:got|had|come|arrived|through) (?:it |one |through )?yet)\b"
)
_NONE_OF_THEM = ("none", "cannot_show")
_NOT_REALLY = re.compile(r"^\W*not (?:really|at all|any)\b")
_STOP = frozenset("a an the of in at or and is it i we my our am are such as by for to not one was were".split())


@dataclass(frozen=True, slots=True)
class ReadAnswer:
    """What an answer says: a value, or that the person does not know (`sure` False, value None)."""

    value: str | bool | None
    sure: bool


def read_answer(text: str, choices: tuple[Choice, ...]) -> ReadAnswer | None:
    """Return what `text` answers to a question with these choices, None where it answers nothing."""
    lower = text.lower().strip()
    if not lower or not choices:
        return None
    for choice in choices:
        if lower in (choice.label.lower(), str(choice.value).lower()):
            return ReadAnswer(choice.value, choice.value is not None)
    if _UNSURE.search(lower) or says_not_knowing(lower):
        return ReadAnswer(None, False)
    if any(isinstance(choice.value, bool) for choice in choices):
        return _yes_or_no(lower)
    return _pick(lower, choices) or _by_words(lower, choices)


def years_in_post(text: str) -> int | None:
    """Return how many years of a post a short answer counts, the one under way included; None where it counts none.

    >>> years_in_post("2nd year"), years_in_post("six years now"), years_in_post("about 18 months"), years_in_post("yes")
    (2, 6, 2, None)
    """
    if len(text.split()) > _FEW_WORDS:
        return None
    if months := _IN_MONTHS.search(text.lower()):
        return int(months[1]) // 12 + 1
    if _JUST_STARTED.search(text.lower()):
        return 1
    match = _YEARS.search(text.lower())
    if match is None:
        return None
    word = next(group for group in match.groups() if group)
    return int(word) if word.isdigit() else _COUNTED.index(word[:3]) + 1


def starts_plainly(text: str) -> bool:
    """Return whether the text starts with a plain yes or no, and not with words that may go on to tell something."""
    return bool(_PLAIN.match(text.lower()))


def says_in_a_sentence(text: str) -> bool:
    """Return whether a short sentence says yes or no by its verb alone: "my agency does", "the trust isn't"."""
    return bool(_SUBJECT_YES.match(text.lower()) or _SUBJECT_NO.match(text.lower()))


def is_half_sure(text: str) -> bool:
    """Return whether an answer says less than yes or no: "pretty sure we are", "we should be"."""
    return bool(_HALF_SURE.search(text.lower()))


def no_longer_or_not_yet(text: str) -> bool:
    """Return whether what was asked about was lost or is still waited for: "they lost it", "applied, not got it yet"."""
    return bool(_LOST_OR_AWAITED.search(text.lower()))


def _yes_or_no(lower: str) -> ReadAnswer | None:
    if _HALF_YES.match(lower):
        return ReadAnswer(None, False)
    if _YES.match(lower):
        return ReadAnswer(True, True)
    if _NO.match(lower):
        return ReadAnswer(False, True)
    if _HALF_SURE.search(lower) and len(lower.split()) <= _FEW_OF_DOUBT:
        return ReadAnswer(None, False)
    for sign, word in _SIGNS:
        lower = lower.replace(sign, word)
    plain = _LEADS_IN.sub("", lower, count=1).strip()
    if _SUBJECT_NO.match(plain) or _NO.match(plain):
        return ReadAnswer(False, True)
    closing = _CLOSING.search(lower)
    if _SUBJECT_YES.match(plain) or _YES.match(plain) or (closing and closing["yes"]):
        return ReadAnswer(True, True)
    return ReadAnswer(False, True) if closing else None


def _pick(lower: str, choices: tuple[Choice, ...]) -> ReadAnswer | None:
    match = _PICK.search(lower)
    if match is None or len(lower.split()) > 4:
        return None
    index = _ORDINAL[match.group(1)] if match.group(1) else int(match.group(2)) - 1
    real = [choice for choice in choices if choice.value is not None]
    return ReadAnswer(real[index].value, True) if -len(real) <= index < len(real) else None


def _by_words(lower: str, choices: tuple[Choice, ...]) -> ReadAnswer | None:
    """Take the one choice that shares the most words with a short answer; a tie is no answer."""
    words = set(re.findall(r"[a-z0-9]+", lower)) - _STOP
    if not words or len(lower.split()) > 8:
        return _none_chosen(lower, choices)
    scored = sorted(((_shared(words, choice, choices), choice) for choice in choices), key=lambda pair: -pair[0])
    if scored[0][0] == 0 or (len(scored) > 1 and scored[0][0] == scored[1][0]):
        return _none_chosen(lower, choices)
    return ReadAnswer(scored[0][1].value, scored[0][1].value is not None)


def _shared(words: set[str], choice: Choice, choices: tuple[Choice, ...]) -> int:
    """Count the words shared with the label, and twice those that tell the value from all others ("self-funded")."""
    others = set().union(*(_words_of(other) for other in choices if other is not choice))
    telling = set(re.findall(r"[a-z0-9]+", str(choice.value).lower())) - others
    return len(words & _label_words(choice)) + 2 * len(words & telling - _STOP)


def _label_words(choice: Choice) -> set[str]:
    return set(re.findall(r"[a-z0-9]+", choice.label.lower())) - _STOP


def _words_of(choice: Choice) -> set[str]:
    return _label_words(choice) | set(re.findall(r"[a-z0-9]+", str(choice.value).lower()))


def _none_chosen(lower: str, choices: tuple[Choice, ...]) -> ReadAnswer | None:
    none = next((choice.value for choice in choices if choice.value in _NONE_OF_THEM), None)
    return ReadAnswer(none, True) if none is not None and (_NO.match(lower) or _NOT_REALLY.match(lower)) else None
