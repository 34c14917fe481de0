"""Read whether the workplace is said to be on a disadvantage list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from advisor.dialogue.slots.beside import is_of_another_place
from advisor.dialogue.slots.every_list import find_both, find_every_list, speaks_of_those_named
from advisor.dialogue.slots.list_of_place import implied_by, lists_of_place, which_list
from advisor.dialogue.slots.list_passing import find_only_universal, is_in_passing
from advisor.dialogue.slots.list_referred import find_referred, find_same, is_said_the_same
from advisor.dialogue.slots.list_scope import is_in_doubt, is_left_open, sentence_before, words_about
from advisor.dialogue.slots.listed import ASKED, HUNTED, answered, came_on, says_listed
from advisor.dialogue.slots.listed_otherwise import (
    is_denied_after_all,
    own_among_several,
    takes_back,
)
from advisor.dialogue.slots.polarity import clause_around, is_negated, is_to_come
from advisor.dialogue.slots.setting import LIST_FACTS
from advisor.dialogue.slots.several_places import tells_of_several_places, tells_of_some
from advisor.dialogue.slots.slot import Reading, SlotValue
from advisor.dialogue.text.described_lists import is_other_half
from advisor.dialogue.text.names import Mention

_PAY_RISE = re.compile(r"\b(?:pay|salary|price|a|the|on the|gave|(?<!yes )(?<!no )to)\s*$")
_OF_A_SCHOOL = re.compile(
    r"\s+(?:\w+ )?(?:sec|secondary|primary|school|academy|junior|infant|first|middle|special|pru|one|list|programme|intervention|scheme|support|thing)\b"
)
_OWN = re.compile(
    r"\b(?:we're|we are|we've|i'm|i am|our|my|its|it's|they're|which is|that is|who are|but|at an?|school|academy|trust|"
    r"college|childminder|in|on|got|has|have|yes|also)\b"
)
_RELATIVE = re.compile(r"\W*(?:which|who)(?:'s| is| are| has| have|'re)\b")
_WHETHER = re.compile(r"\b(?:check|see|tell|know|confirm|find out|look up|say)\b[^?]{0,20}\b(?:if|whether)\b")
_ASKS_OF_PLACE = re.compile(
    r"^\W*(?:and |so |but |hi |hello |please )*(?:is|are|was|were(?! (?:not )?on\b)|does|do)\b(?!.*\b(?:which|that|who|because|since|as|npq\w*|fund\w*)\b)[^?]*\b(?:on|in)\s+(?:\w+\s+)?$"
)
"""A question whose whole point is whether some place is on the list: "is St Anne's, Leeds on the RISE list?"."""
_SUPPOSED_OFF = re.compile(
    r"\bif (?:(?:we|it|they|she|he|the school|my school|our school)(?:'re|'s| are| is)? )?not (?:on|in)\b[\w\s]*$"
)
_ONLY = re.compile(r"\b(?:only|just|funded for|for all|every|which|what|where|how|the list|list of)\s*(?:\w+\s*){0,3}$")
_SAYS = re.compile(
    r"(?: (?:itself|page))?\s+(?:says?|said|shows?|means?|tells?|names?|changes?|changed|decides?|is (?:for|only|just|about|what)|was (?:for|only|updated|published))\b(?! (?:we|i|she|he|they|us|our|my)\b)"
)
_ASKED_ALONE = re.compile(r"(?: list)?\s*\?")
_LEADS_UP = re.compile(r"[ ,.-]*(?:(?:and|but|so|as for|about|in|on|the)\b[ ,.-]*)*")
_NEXT = re.compile(r"(?: list)?\s*\?\s*(?P<said>[^.?!;\n]+)(?!\?)")
_EITHER = re.compile(
    r"\b(?:(?:not sure|unsure|forget|forgot|can't remember|cant remember|don't know|dont know|no idea) which|one or (?:the )?other|either\b[^.?!]{0,20}\bor|one of (?:them|those|the two))\b"
)
_OTHERS_BELIEF = re.compile(
    r"\b(?:thinks?|reckons?|believes?|assumes?|suspects?|hopes?|guess(?:es)?|heard|hear|rumou?r\w*|supposed to be|meant to be|convinced|adamant|fairly sure|pretty sure|we'd be|we would be|we'll be|we will be|we could be|we may be|(?:told|said) (?:we|it) (?:might|may|could|would))\b(?! (?:of|about)\b)"
)
_NOT_US = re.compile(
    r"[\w\s]{0,10}[,;.-]?\s*(?:and |but |though )*(?:(?:we|i)(?:'re|'m|re|m| are| am) not|we (?:aren't|arent)|(?:ours|mine)(?: is|'s)?(?: not|n't|nt)|not (?:us|ours|mine|me))\b"
)
"""Sets the person's own place against another: "the school next door is PP50, ours isn't"."""
_UNSURE_NOW = re.compile(r"\b(?:not sure|unsure|no idea|don't know|dont know|dunno|not certain)\b")
_MUST_BE = re.compile(
    r"\b(?:must|should|ought to|bound to|likely to|would) (?:surely |probably |presumably )?(?:be|count as|qualify as|fall)\b[^.;:!?]*$"
)
_NOT = re.compile(r"(?<!if )\bnot (?:on |in )?(?:the )?$")
_NOTHING_TO_DO = re.compile(
    r"\b(?:nothing|nowt|no (?:link|involvement|contact|dealings|connection))(?: at all| whatsoever)? (?:to do )?(?:with|from|in) (?:the )?$"
)
_SHORT_OF = re.compile(
    r"\b(?:outside(?: of)?|below|beneath|short of|nowhere near|excluded from|left out of|left off|(?:miss(?:ed|es)?|below|under|short of|outside) the (?:cut(?:[- ]?off)?|threshold|line|bar|mark) (?:for|of|to)(?: (?:be|get))?(?: on| onto| into)?|"
    r"(?:too (?:few|low|small|little|posh|leafy|affluent|well[- ]off|rich|comfortable|wealthy|middle[- ]class)|(?:not|n't|never|aren't|isn't) (?:\w+ )?(?:enough|high enough|poor enough|deprived enough|disadvantaged enough))\b[^.?!;,]{0,40}?(?:for|to (?:be|get|make|come|qualify|count|land|put us)(?: us)?(?: on| onto| into| in| it onto)?))"
    r" (?:(?:the|that|dfe's|your|a)\s+)*$"
)
"""Tells that a place is not on it by what keeps it off: "too few PP kids to be on the list"."""
_NEVER_CAME = re.compile(
    r"^(?: (?:list|people|teams?|advisers?|lot|programme))? (?:(?:has|have) (?:never|not)|hasn't|haven't|never)\b"
)
_ONLY_THAT = re.compile(
    r"^\W*(?:(?:no|nope|nah|we're|it's|on|in|well|er|um|sadly)\b\W*)*+(?:only|just)(?: (?:on|in|the))*\s*$"
)
_INSTEAD = re.compile(r"^(?: (?:list|one|school|programme))?(?:\W*$|\s*[.,;!)-]|\s+(?:for us|here|though|instead)\b)")
_LOOKED_IN = re.compile(
    r"\b(?:looked|looks|searched|checked|hunted|scanned|(?:been|went|gone|been and gone|ploughed|trawled) through|tried)(?: (?:hard|again|properly|twice|us|it|that|for us|ourselves|me|up))* "
    r"(?:in|on|at|through|under|inside)\b(?:(?!\b(?:i|i'm|work|works|teach|teaches|a|an|page|website|site|faq|we|we're|are|is|were|it's|i'm|they're|and (?:on|in|it|yes)|our|my|yes|no)\b|school's|(?<!\bboth),)[^:])*$"
)
"""Looks in a list, and has not yet said what was found: "she looked in the pupil premium one and RISE"."""
_BUT = re.compile(r"\b(?:but|though|although|however|just|only|except)\b")


def find_lists(reading: Reading) -> Iterator[SlotValue]:
    """Yield list facts that the message asserts of the person's own workplace; questions and hedges assert nothing."""
    if tells_of_several_places(reading.lower) or tells_of_some(reading.lower):
        return  # two workplaces, of which one is listed: which one is meant nobody said
    if _EITHER.search(reading.lower) and len({mention.value for mention in reading.of_kind("list")}) > 1:
        return  # "one or the other, I forget which"
    lists = lists_of_place(reading)
    _, span = find_every_list(reading, lists, frozenset())
    taken_up = span is not None and speaks_of_those_named(reading, span)
    mentions = [m for m in reading.of_kind("list") if span is None or _stands_beside(reading, m, span, taken_up)]
    same = [mention for mention in mentions if is_said_the_same(reading.lower[: mention.start])]
    told = [slot for mention in mentions if mention not in same for slot in _told_of(reading, mention)]
    yield from told
    for mention in same:
        yield from find_same(reading, mention.start, which_list(reading, mention), tuple(told))
    named = frozenset(which_list(reading, mention) for mention in mentions)
    yield from find_every_list(reading, lists, named)[0]
    yield from find_both(reading, lists)
    yield from find_referred(reading, lists, frozenset(slot.fact for slot in told if slot.fact in LIST_FACTS))
    yield from find_only_universal(reading, lists)
    if len(mentions) == 1 and mentions[0].value != reading.asked and reading.asked in lists:
        yield from _that_alone(reading, mentions[0])


def _stands_beside(reading: Reading, mention: Mention, span: tuple[int, int], taken_up: bool) -> bool:
    """Return whether a list is told of by itself beside "on none of them": before it and not taken up, or after a "but"."""
    if taken_up and sentence_before(reading.lower, span[0]) <= mention.start < span[0]:
        return False
    return mention.end <= span[0] or bool(_BUT.search(reading.lower[span[1] : mention.start]))


def _that_alone(reading: Reading, mention: Mention) -> Iterator[SlotValue]:
    """Yield that a place is on one list and not on the one asked about: "only RISE", "no, just PP50"."""
    before, after = reading.lower[: mention.start], reading.lower[mention.end :]
    if _ONLY_THAT.match(before) and _INSTEAD.match(after):
        yield SlotValue(which_list(reading, mention), True, mention.start, mention.end)
        yield SlotValue(reading.asked, False, 0, mention.start)


def _told_of(reading: Reading, mention: Mention) -> Iterator[SlotValue]:
    """Yield what the words around one list say of the workplace."""
    put_right = _put_right(reading, mention)
    if put_right is not None:
        yield put_right
        return
    if mention.text.lower() == "rise" and _is_of_pay(reading, mention):
        return
    clause_start, _ = clause_around(reading.lower, mention.start, mention.end)
    set_against = answered(reading.lower, mention.end)
    alone = _LEADS_UP.fullmatch(reading.lower[clause_start : mention.start])
    if alone and set_against is None and _ASKED_ALONE.match(reading.lower, mention.end):
        yield from _of_next_sentence(reading, mention)  # "PP50? We're nowhere on it", and not "PP50? No clue"
        return
    if is_of_another_place(reading.lower, mention.start) and _NOT_US.match(reading.lower[mention.end :]):
        yield SlotValue(which_list(reading, mention), False, mention.start, mention.end)
        return
    if is_of_another_place(reading.lower, mention.start) or is_in_passing(reading, mention):
        return
    # "… if not on PP50?" asks under that condition, so the answer has to take it as given.
    supposed = reading.supposes or bool(_SUPPOSED_OFF.search(reading.lower[: mention.start]))
    hedged = _is_hedged(reading, mention) and not supposed
    looked_up = None if supposed else _looked_up(reading, mention, set_against)
    if not (hedged or supposed or looked_up is not None) and not _is_asserted(reading, mention):
        return
    denied = _says_off(reading, mention, looked_up)
    if denied is None or not (denied or supposed or looked_up or not is_left_open(reading, mention)):
        return
    fact = which_list(reading, mention)
    yield SlotValue(fact, not denied, mention.start, mention.end, hedged)
    if mention.value == "on_childminder_list" and not supposed and "early_years_setting" not in reading.known:
        # Whoever has looked themselves up there is a childminder, on it or not.
        yield SlotValue("work_setting", "early_years_or_childcare", mention.start, mention.end)
        yield SlotValue("early_years_setting", "childminder", mention.start, mention.end)
    if not (denied or hedged or supposed):
        yield from implied_by(reading, fact, mention.start, mention.end)


def _says_off(reading: Reading, mention: Mention, looked_up: bool | None) -> bool | None:
    """Return whether the words tell that a place is not on the list; None where they tell neither."""
    # "Looked on the list, my number isn't there".
    denied = _is_denied(reading, mention) if looked_up is None else not looked_up
    if not is_other_half(mention.text):
        return denied
    # "Not in the bottom half" is less than being on the list.
    return None if looked_up or (denied and looked_up is None) else True


def _of_next_sentence(reading: Reading, mention: Mention) -> Iterator[SlotValue]:
    """Yield what the sentence after the bare name of a list tells of it."""
    rest = _NEXT.match(reading.lower, mention.end)
    told = says_listed(rest["said"]) if rest else None
    if rest and told is not None and not reading.in_question(rest.start("said")):
        yield SlotValue(which_list(reading, mention), told[0], mention.start, rest.end())


def _put_right(reading: Reading, mention: Mention) -> SlotValue | None:
    """Return what takes back what was said of a list, or tells the own school among several; None where neither is done."""
    before, after = reading.lower[: mention.start], reading.lower[mention.end :]
    if takes_back(before):
        denied = is_denied_after_all(after)
        return SlotValue(which_list(reading, mention), not denied, mention.start, mention.end, hedged=not denied)
    own = own_among_several(before, after)
    return None if own is None else SlotValue(which_list(reading, mention), own, mention.start, mention.end)


def _is_denied(reading: Reading, mention: Mention) -> bool:
    before = reading.lower[: mention.start]
    denied = is_negated(reading.lower, mention.start, mention.end, after_too=True)
    never = _NEVER_CAME.match(reading.lower[mention.end :])
    return denied or before.endswith("un") or bool(never or _NOTHING_TO_DO.search(before) or _SHORT_OF.search(before))


def _looked_up(reading: Reading, mention: Mention, set_against: bool | None) -> bool | None:
    """Return what is said of the list beside its bare name: an answer, a change, or what looking it up gave."""
    changed = came_on(reading.lower, mention.start, mention.end)
    if set_against is not None or changed is not None:
        return set_against if set_against is not None else changed
    hunted = HUNTED.search(reading.lower, words_about(reading, mention)[0], mention.start)
    told = says_listed(reading.lower[mention.end :])
    if told is None and hunted:  # "typed our URN into the PP50 list, nothing"
        found = says_listed(reading.lower[hunted.start() : words_about(reading, mention)[1]])
        return None if found is None else found[0]
    if told is None or is_of_another_place(reading.lower, mention.end + told[1][0] + 1):
        return None  # "we're not PP50 but the other school in our trust is"
    return told[0]


def _is_hedged(reading: Reading, mention: Mention) -> bool:
    """Return whether the writer, or whoever told them, only half believes it."""
    sentence = reading.lower[max(reading.lower.rfind(mark, 0, mention.start) for mark in ".?!;\n") + 1 : mention.start]
    if _OTHERS_BELIEF.search(sentence) or _MUST_BE.search(sentence):
        return True
    if came_on(reading.lower, mention.start, mention.end) is False and _UNSURE_NOW.search(reading.lower, mention.end):
        return True  # "we used to be PP50, not sure about now"
    return is_in_doubt(reading, mention)


def _is_of_pay(reading: Reading, mention: Mention) -> bool:
    """Return whether "a rise" is one of pay, and not the programme a school is in."""
    before, after = reading.lower[: mention.start], reading.lower[mention.end :]
    return bool(_PAY_RISE.search(before)) and not _OF_A_SCHOOL.match(after)


def _speaks_itself(reading: Reading, mention: Mention) -> bool:
    """Return whether a list is what says or means something, and nobody is said to be on it: "the list says …"."""
    return bool(_SAYS.match(reading.lower, mention.end)) and not mention.text.lower().startswith("on ")


def _is_asserted(reading: Reading, mention: Mention) -> bool:
    if is_to_come(reading.lower, mention.start) or _speaks_itself(reading, mention):
        return False
    left, _ = clause_around(reading.lower, mention.start, mention.end)
    sentence = sentence_before(reading.lower, mention.start)
    if _ASKS_OF_PLACE.search(reading.lower[sentence : mention.start]) or _WHETHER.search(
        reading.lower[sentence : mention.start]
    ):
        return False
    before = reading.lower[max(left, sentence) : mention.start]
    goes_on = reading.lower[:left].endswith(")")  # "our PRU (Luton) is a listed one"
    told_of_it = _RELATIVE.match(before) and reading.lower[:left].rstrip().endswith(",")  # "our academy, which is PP50"
    if _LOOKED_IN.search(reading.lower[sentence : mention.start]):
        return False
    if not told_of_it and ((ASKED.search(before) and not goes_on) or _ONLY.search(before)):
        return False
    plainly = bool(_OWN.search(before)) or bool(_NOT.search(before)) or not before.strip()
    return plainly or not reading.in_question(mention.start)
