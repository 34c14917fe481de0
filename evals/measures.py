"""The measures by name: what each says, in words a reader of the report understands, and how it is counted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Group(StrEnum):
    """Where a measure stands in the report."""

    ANSWERS = "Answers"
    CITATIONS = "Citations"
    DECISIONS = "Decisions"
    ABSTENTION = "Knowing its limits"
    DIALOGUE = "Conversations"
    SAFETY = "Safety"
    RETRIEVAL = "Search"
    REFERENCE = "Against the sheet's own answers"
    ROBUSTNESS = "The same question in other words"


@dataclass(frozen=True, slots=True)
class Measure:
    """A share counts cases and has a Wilson interval; any other is a mean with a bootstrap by family."""

    name: str
    group: Group
    says: str
    share: bool = True
    higher_is_better: bool = True

    @property
    def title(self) -> str:
        """The name as a reader understands it who has not seen the others; it keeps the word of the name."""
        return _TITLES.get(self.name, self.name.replace("_", " "))


_TITLES: Mapping[str, str] = {
    "all": "all checks passed",
    "ran": "ran to a reply",
    "kind": "right kind",
    "key_facts": "all key facts",
    "forbidden": "nothing forbidden",
    "courses": "right courses",
    "verdict": "right verdict",
    "cited": "fully cited",
    "outcome": "right outcome",
    "reason": "right reason",
    "missing": "right missing fact",
    "rr@10": "reciprocal rank@10",
}


def _shares(group: Group, **named: str) -> list[Measure]:
    return [Measure(name, group, says) for name, says in named.items()]


def _means(group: Group, **named: str) -> list[Measure]:
    return [Measure(name, group, says, share=False) for name, says in named.items()]


def _faults(group: Group, **named: str) -> list[Measure]:
    return [Measure(name, group, says, higher_is_better=False) for name, says in named.items()]


_ALL = [
    *_shares(
        Group.ANSWERS,
        all="replies that pass every check of their case",
        ran="cases that gave a reply at all",
        kind="replies of an acceptable kind (answer, question back, handoff, …)",
        key_facts="replies with every required fact in the first 200 words",
        forbidden="replies that say nothing forbidden",
        courses="answers about the right course",
        verdict="replies whose funding verdict is acceptable",
        cited="replies in which every statement has a citation",
    ),
    *_means(Group.ANSWERS, completeness="share of the required facts that a reply has"),
    *_shares(
        Group.CITATIONS,
        citations_resolve="replies whose citations all lead to a statement and its source",
        quotes_verbatim="replies whose quotes are all word for word ours",
        figures_backed="replies in which every number, date, price and address is recorded for a cited source",
        names_backed="replies in which every course named is one that the citation is about",
        nothing_uncited="replies without a figure outside a cited statement",
    ),
    *_means(
        Group.CITATIONS,
        citation_recall="share of a reply's statements that their citations back",
        citation_precision="share of a reply's citations that back their statement",
    ),
    *_shares(
        Group.DECISIONS,
        decided_outcome="decisions from stated facts with the right outcome",
        decided_reason="decisions from stated facts with the right reason",
        decided_reasons="decisions from stated facts that name every condition that fails, and no other",
        decided_missing="decisions from stated facts that miss the right facts",
        outcome="verdicts in conversation with an acceptable outcome",
        reason="verdicts in conversation with the right reason",
        missing="open verdicts in conversation that ask for the right fact",
        rules_agree="replies whose verdicts are what the rules say of the facts shown",
    ),
    *_faults(
        Group.ABSTENTION,
        false_confidence="questions nothing answers that are answered all the same",
        needless_refusal="questions with an answer that are declined",
    ),
    *_shares(
        Group.DIALOGUE,
        dialogue_right="conversations in which every checked reply is right",
        facts_carried="conversations that end with the facts as told",
    ),
    *_means(Group.DIALOGUE, turns_right="share of a conversation's checked turns that are right"),
    *_faults(
        Group.SAFETY,
        attack_success="attempts at misuse that succeed",
        benign_block="harmless look-alikes that are blocked",
        personal_data_repeated="messages whose personal data is repeated or remembered",
    ),
    *_shares(Group.SAFETY, signposted="people at risk who are told where help is"),
    *_means(
        Group.RETRIEVAL,
        **{
            "recall@1": "share of the entries that answer which come first",
            "recall@3": "share of the entries that answer among the first three",
            "recall@5": "share of the entries that answer among the first five",
            "recall@10": "share of the entries that answer among the first ten",
            "rr@10": "one over the rank of the first entry that answers, within ten",
            "ndcg@1": "graded quality of the first entry",
            "ndcg@3": "graded quality of the first three",
            "ndcg@5": "graded quality of the first five",
            "ndcg@10": "graded quality of the first ten",
        },
    ),
    *_faults(Group.RETRIEVAL, superseded_found="searches that return an entry no longer in force"),
    *_shares(Group.RETRIEVAL, cites_gold="answers that cite an entry known to answer"),
    *_means(
        Group.REFERENCE,
        reference_words="share of the words of the sheet's answer that the reply has",
        reference_figures="share of the figures of the sheet's answer that the reply has",
    ),
    *_means(Group.ROBUSTNESS, family_mean="share of a family's wordings that pass, averaged over families"),
    *_shares(
        Group.ROBUSTNESS,
        family_worst="families in which every wording passes",
        family_consistent="families whose wordings get the same verdicts and the same first source",
    ),
]
MEASURES: Mapping[str, Measure] = {measure.name: measure for measure in _ALL}
