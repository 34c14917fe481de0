"""Changed versions of the autumn 2026 rules: one thing altered at a time, to see whether the scenarios notice."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType

from advisor.core.courses import COURSES
from advisor.core.truth import Truth, all_of, any_of, negate
from advisor.rules.funding import everyone, setting_2026
from advisor.rules.funding.condition import Condition
from advisor.rules.funding.policy import PolicyValues
from advisor.rules.funding.rulesets import RuleBook, Ruleset
from advisor.rules.verdict import Outcome

LISTS = ("list_only", "nursery_courses", "review_courses", "review_employments", "fundable_types")


@dataclass(frozen=True)
class Mutant:
    """A changed ruleset and what was changed."""

    name: str
    conditions: tuple[Condition, ...]
    policy: PolicyValues

    def book(self, original: RuleBook) -> RuleBook:
        """Return the rule book with autumn and spring 2026 changed like this."""
        changed = {}
        for cohort, versions in original.versions.items():
            if not cohort.startswith("2026"):
                continue
            funding = versions[-1].intake.funding
            policy = self.policy.model_copy(
                update={"funding": funding, "in_force_from": versions[0].policy.in_force_from}
            )
            changed[cohort] = (Ruleset(versions[-1].intake, policy, self.conditions),)
        return RuleBook({**original.versions, **changed})


def of_conditions(original: Ruleset) -> Iterator[Mutant]:
    """Yield, for each condition: dropped, turned round, about everybody, another code, another outcome, moved up."""
    listed = original.conditions
    for place, held in enumerate(listed):
        changes = {"dropped": (), "turned round": (_turned(held),), "other code": (replace(held, reason="another"),)}
        other = Outcome.SUBJECT_TO_REVIEW if held.on_fail is Outcome.NOT_ELIGIBLE else Outcome.NOT_ELIGIBLE
        changes["other outcome"] = (replace(held, on_fail=other),)
        if held.applies is not None:
            changes["about everybody"] = (replace(held, applies=None),)
        for what, instead in changes.items():
            yield Mutant(f"{held.name} {what}", (*listed[:place], *instead, *listed[place + 1 :]), original.policy)
        if place:
            swapped = (*listed[: place - 1], held, listed[place - 1], *listed[place + 1 :])
            yield Mutant(f"{held.name} before {listed[place - 1].name}", swapped, original.policy)


def _turned(held: Condition) -> Condition:
    def turned(**given: object) -> Truth:
        return negate(held.test(**given))

    changed = replace(held)
    object.__setattr__(changed, "test", turned)
    return changed


def of_values(original: Ruleset) -> Iterator[Mutant]:
    """Yield each list with one value taken out, and the course lists with one put in."""
    for name in LISTS:
        held: tuple[str, ...] = getattr(original.policy, name)
        for value in held:
            fewer = tuple(each for each in held if each != value)
            yield Mutant(
                f"{name} without {value}", original.conditions, original.policy.model_copy(update={name: fewer})
            )
        for course in COURSES if name.endswith(("_courses", "list_only")) else ():
            if course not in held:
                more = original.policy.model_copy(update={name: (*held, course)})
                yield Mutant(f"{name} with {course}", original.conditions, more)


def of_source(original: Ruleset) -> Iterator[Mutant]:
    """Yield one mutant for each operator, constant and combination in the source of the conditions."""
    for module in (everyone, setting_2026):
        path = Path(str(module.__file__))
        tree = ast.parse(path.read_text("utf-8"))
        for change in range(_Changer(None).count(tree)):
            changer = _Changer(change)
            source = ast.unparse(ast.fix_missing_locations(changer.visit(ast.parse(path.read_text("utf-8")))))
            conditions = _conditions_of(module, source)
            if conditions is not None:
                yield Mutant(f"{path.name}: {changer.done}", conditions, original.policy)


def _conditions_of(module: ModuleType, source: str) -> tuple[Condition, ...] | None:
    """Return the conditions of changed source; None where it no longer reads declared facts, which stops at import."""
    changed = ModuleType(module.__name__)
    changed.__dict__.update(all_of=all_of, any_of=any_of)
    try:
        exec(compile(source, module.__name__, "exec"), changed.__dict__)
        if module is setting_2026:
            found: tuple[Condition, ...] = changed.CONDITIONS
            return found
        sys.modules[module.__name__] = changed
        again = ModuleType(setting_2026.__name__)
        exec(compile(Path(str(setting_2026.__file__)).read_text("utf-8"), "again", "exec"), again.__dict__)
    except NameError:
        return None
    finally:
        sys.modules[everyone.__name__] = everyone
    conditions: tuple[Condition, ...] = again.CONDITIONS
    return conditions


class _Changer(ast.NodeTransformer):
    """Changes the n-th thing that can be changed; n None counts them."""

    def __init__(self, wanted: int | None) -> None:
        self.wanted, self.seen, self.done = wanted, 0, ""

    def count(self, tree: ast.AST) -> int:
        """Return how many things can be changed."""
        self.visit(tree)
        return self.seen

    def _now(self, what: str, node: ast.AST) -> bool:
        hit = self.seen == self.wanted
        self.seen += 1
        if hit:
            self.done = f"line {getattr(node, 'lineno', 0)}: {what}"
        return hit

    def visit_Compare(self, node: ast.Compare) -> ast.AST:
        """Turn a comparison round."""
        self.generic_visit(node)
        opposite = {
            ast.Eq: ast.NotEq,
            ast.NotEq: ast.Eq,
            ast.In: ast.NotIn,
            ast.NotIn: ast.In,
            ast.Is: ast.IsNot,
            ast.IsNot: ast.Is,
        }
        if type(node.ops[0]) in opposite and self._now("comparison turned round", node):
            node.ops = [opposite[type(node.ops[0])]()]
        return node

    def visit_Call(self, node: ast.Call) -> ast.AST:
        """Swap all_of and any_of, and drop a negate."""
        self.generic_visit(node)
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        if name in ("all_of", "any_of") and self._now(f"{name} swapped", node):
            node.func = ast.Name("any_of" if name == "all_of" else "all_of", ast.Load())
        if name == "negate" and self._now("negate dropped", node):
            return node.args[0]
        return node

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        """Leave the conditions' sentences alone: they decide nothing."""
        node.body = [self.visit(each) for each in node.body]
        return node
