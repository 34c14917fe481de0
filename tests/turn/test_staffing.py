"""Several roles in one message get a row each."""

from __future__ import annotations

from tests.advisers import adviser

STAFF = (
    "We have 5 staff wanting NPQs: a SENCO, a head, a maths lead, a business manager and a deputy. "
    "All state primary in Kent on PP50. Which course would each do?"
)


def test_each_role_gets_a_course_and_its_funding() -> None:
    reply = adviser().reply(STAFF)
    for row in ("| SENCO | NPQSENCO |", "| Head | NPQH |", "| Maths lead | NPQLPM |", "| Deputy | NPQH |"):
        assert row in reply.text
    assert "not guaranteed" in reply.text
    assert reply.text.count("| Role |") == 1


def test_one_persons_career_is_no_staff_list() -> None:
    text = "I was a SENCO, then a head of year, and now I am a deputy in a state school in Kent. Which NPQ?"
    assert "| Role |" not in adviser().reply(text).text
