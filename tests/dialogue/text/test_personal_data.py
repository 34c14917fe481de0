from __future__ import annotations

import re

import pytest

from advisor.dialogue.text.personal_data import mask_personal_data

PERSONAL = """
Pupil Maya Hartwell keeps kicking off
My TRN is 1234567
trn 12/34567
trn: 1234567
TRN=1234567
my teacher reference number is 1234567
teacher ref number 1234567
teacher ref no 1234567
TRN number 1234567
RP12/34567
my teacher reference is 7654321
AB123456C
AB 12 34 56 C
ab123456c
ni number QQ123456C
NI number QQ 12 34 56 C
NI: AB 123456 C
dob 12/03/1985
D.O.B. 12-03-1985
born 12/3/85
I was born on 12 March 1985
date of birth: 12th March 1985
my birthday is 3rd May 1990
my date of birth is 1985-03-12
dob 1985/03/12
DOB 12 03 1985
born on the 12th of March 1985
4111 1111 1111 1111
4111111111111111
4111-1111-1111-1111
3782 822463 10005
my card is 378282246310005
07700 900123
07700900123
07700 900 123
+44 7700 900123
+447700900123
+44 (0)7700 900123
(020) 7946 0018
020 7946 0018
02079460018
01632 960 123
01632 960123
0044 7700 900123
077 0090 0123
07700-900-123
jane.smith@school.sch.uk
jane.smith+npq@example.com
JANE@EXAMPLE.ORG
SW1A 1AA
sw1a1aa
M1 1AE
LS2 9JT
EC1A 1BB
I live at 12 Acacia Avenue
I live at 12 acacia avenue
221b Baker Street
Flat 2, 14 High Street
my name is Jane Smith
My name's Jane
my name is jane smith
I'm called Jane Smith
I am called Jane Smith
passport 123456789
sort code 12-34-56 account 12345678
account number 12345678
my NI number is AB123456C and TRN 1234567
my trn's 1234567
trn 1234 567
my TRN - 1234567
TRN (1234567)
my number is 07700 900123
IBAN GB33BUKB20201555555555
my TRN is 12 34567
1234567
it's 7654321 if that helps
i'm called jane smith
What's the TRN of Sarah Whitlock
What is Sarah Whitlock's TRN
""".strip().splitlines()

PUBLIC = """
our pupil Premium Lead wants to know
Our URN is 123456
Where are the contact details of Teach First?
How long is Teach First's application?
URN 100000
our school urn 142342 is it on the list
UKPRN 10012345
ukprn: 10001234
call 0300 123 1234
0800 389 2500
0808 800 5000
0345 600 9006
0800 1111
autumn 2026
2026b
November 2025
from 2021 to 2026
£1,885
£1885.00
I started on 1 September 2024
1 September 2024
2024-09-01
become senco 01/09/2024
90 per cent in 8 days
1,500 words
NPQ
M25
KS2
Year 11 and year 12
NQT in 2019/20
123456 and 654321
I work at 3 schools
in my 5 years
A1 road
S4 hub
the 12 month course
2022-23
4 4 2
10012345
my name is on the list
my name is not on the list
my name is down for NPQH
Is my name on the list?
my name is already registered
What road do I take
I have 30 staff
5 Way Academy
3 Spires Trust
GB
116
999
E17 hub
B1 is not a postcode
in a 12 form entry school
SEND Code of Practice 0-25
2 Rivers School
1 Close call
11 Oaks Primary on the way
""".strip().splitlines()


@pytest.mark.parametrize("typed", PERSONAL)
def test_personal_data_is_removed_in_whatever_form_it_is_typed(typed: str) -> None:
    text, kinds = mask_personal_data(typed)
    assert kinds
    assert "[removed]" in text
    assert not re.search(r"\d{4}|@|smith", text.lower())


@pytest.mark.parametrize("typed", PUBLIC)
def test_what_names_a_place_a_date_or_an_intake_passes(typed: str) -> None:
    assert mask_personal_data(typed) == (typed, ())


def test_several_kinds_are_each_named_once() -> None:
    text, kinds = mask_personal_data("TRN 1234567, mail a@b.org or c@d.org, NI AB123456C")
    assert text == "[removed], mail [removed] or [removed], NI [removed]"
    assert kinds == ("email", "national insurance", "trn")


def test_the_words_after_a_name_are_left_to_be_read() -> None:
    text, _ = mask_personal_data("my name is jane can i do npqh")
    assert text == "[removed] can i do npqh"
    text, _ = mask_personal_data("My name is Jane Smith and I am a head in Leeds")
    assert text == "[removed] and I am a head in Leeds"


def test_masking_what_is_masked_changes_nothing() -> None:
    for typed in PERSONAL:
        once, _ = mask_personal_data(typed)
        assert mask_personal_data(once)[0] == once
