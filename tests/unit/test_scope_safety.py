"""What must never be taken for an editorial change, and what may: in English and German."""

from __future__ import annotations

import pytest

from mkdocs_wb.model import Verdict
from mkdocs_wb.scope.compare.compare import classify, classify_row, find_audience
from mkdocs_wb.scope.language.numbers import canonical_number
from mkdocs_wb.scope.language.spelling import is_slip, stem
from mkdocs_wb.scope.language.words import mark_words
from mkdocs_wb.scope.language.writing import normalise

from .conftest import Compare

HEAD = "# Never lose a deer again\n\n## Summary\n\nA collar tells the farmer where each deer is.\n\n## Solution\n\n"
FRONT = "---\ntitle: Deer Tracker\ncustomer: farmers\n---\n"


def kinds(compare: Compare, old: str, new: str) -> list[str]:
    return [change.kind for change in compare(FRONT + HEAD + old + "\n", FRONT + HEAD + new + "\n").changes]


@pytest.mark.parametrize("said", ["<!-->{}<!-- -->", "<!--->{}-->", "<!-- x --!>{} -->", "<!-->\n\n{}\n\n<!-- -->"])
def test_what_browsers_show_is_no_comment(compare: Compare, said: str) -> None:
    sentence = "It opens the gates of every pasture."
    assert "promise-added" in kinds(compare, "It rings.", f"It rings.\n\n{said.format(sentence)}")


@pytest.mark.parametrize("marker", ["- ", "> ", "1. "])
@pytest.mark.parametrize("depth", [5, 30, 300])
def test_no_promise_stands_too_deep(compare: Compare, marker: str, depth: int) -> None:
    assert "promise-added" in kinds(compare, "It rings.", f"It rings.\n\n{marker * depth}It opens the gates as well.")


CHANGED = [
    # order
    ("It costs $19 a month.", "It costs $\u202e19\u202c a month.", "figure-changed"),
    ("It costs $9 a month.", "It costs \u202e9$\u202c a month.", "promise-changed"),
    ("It will warn you.", "It will w\u0336a\u0336r\u0336n\u0336 you.", "promise-changed"),
    ("It takes 5 to 12 days.", "It takes \u20675 to 12\u2069 days.", "figure-changed"),
    ("Plan A costs $9 and plan B costs $19.", "Plan A costs $19 and plan B costs $9.", "figure-changed"),
    ("Farmers pay and vets use it free.", "Vets pay and farmers use it free.", "promise-changed"),
    ("The zoo pays the farm each spring.", "The farm pays the zoo each spring.", "promise-changed"),
    ("You move herds from Napa to Sonoma.", "You move herds from Sonoma to Napa.", "promise-changed"),
    ("It does not sell data but shares counts.", "It sells data but does not share counts.", "promise-changed"),
    ("It is free at night and paid at noon.", "It is free at noon and paid at night.", "promise-changed"),
    ("Der Hof bezahlt den Zoo im Frühling.", "Der Zoo bezahlt den Hof im Frühling.", "promise-changed"),
    ("Es verkauft keine Daten, teilt aber Zahlen.", "Es verkauft Daten, teilt aber keine Zahlen.", "promise-changed"),
    # limiting words
    ("It tracks up to 50 deer.", "It tracks 50 deer.", "promise-changed"),
    ("It tracks at least 50 deer.", "It tracks 50 deer.", "promise-changed"),
    ("Only farmers see the map.", "Farmers see the map.", "promise-changed"),
    ("It works everywhere except in Alaska.", "It works everywhere in Alaska.", "promise-changed"),
    ("It runs on phones and tablets.", "It runs on phones or tablets.", "promise-changed"),
    ("We pay the shipping.", "You pay the shipping.", "promise-changed"),
    ("It uses our battery.", "It uses your battery.", "promise-changed"),
    ("It is sold by farmers.", "It is sold to farmers.", "promise-changed"),
    ("It ships by June.", "It ships from June.", "promise-changed"),
    ("It costs ten dollars a month.", "It costs ten dollars a year.", "promise-changed"),
    ("It weighs 5 kg.", "It weighs 5 lb.", "figure-changed"),
    ("Works abroad: ✅", "Works abroad: ❌", "promise-changed"),
    ("Nur Bauern sehen die Karte.", "Bauern sehen die Karte.", "promise-changed"),
    ("Es läuft mit Strom und Sonne.", "Es läuft mit Strom oder Sonne.", "promise-changed"),
    ("Wir zahlen den Versand.", "Ihr zahlt den Versand.".replace("Ihr zahlt", "Du zahlen"), "promise-changed"),
    ("Es kommt bis Juni.", "Es kommt ab Juni.", "promise-changed"),
    ("Everything but maps is free.", "Everything and maps is free.", "promise-changed"),
    ("Deer → map for all.", "Deer ← map for all.", "promise-changed"),
    ("It supports C# and Go.", "It supports C and Go.", "promise-changed"),
    # figures and their signs
    ("It works at -5 degrees.", "It works at 5 degrees.", "figure-changed"),
    ("It answers in <5 seconds.", "It answers in >5 seconds.", "figure-changed"),
    ("It has 100 users.", "It has 100+ users.", "promise-changed"),
    ("It costs ₹9 a day.", "It costs ₽9 a day.", "figure-changed"),
    ("It weighs 3.125 kg.", "It weighs 3125 kg.", "figure-changed"),
    ("It weighs 0.125 kg.", "It weighs 0125 kg.", "figure-changed"),
    ("Es wiegt 3,125 kg und ist nicht schwer.", "Es wiegt 3125 kg und ist nicht schwer.", "figure-changed"),
    # other words, not slips
    *[(f"It tracks {one} well.", f"It tracks {other} well.", "promise-changed") for one, other in (
        ("deer", "beer"), ("sheep", "sheet"), ("goats", "boats"), ("horses", "houses"), ("trails", "trials"))],
    ("It is paid work.", "It is said work.", "promise-changed"),
    ("We insure your herd.", "We ensure your herd.", "promise-changed"),
    ("It is the fastest collar.", "It is the faster collar.", "promise-changed"),
    ("The employer pays for it.", "The employed pays for it.", "promise-changed"),
    ("Die Reise kostet wenig.", "Die Riese kostet wenig.", "promise-changed"),
    # how firmly
    ("It will warn and may call the vet.", "It will warn and will call the vet.", "commitment-hardened"),
    ("It will warn and may call the vet.", "It will warn and call the vet.", "commitment-hardened"),
    ("It can warn the farmer.", "It will warn the farmer.", "commitment-hardened"),
    ("It may warn the farmer.", "It can warn the farmer.", "commitment-hardened"),
    ("It will warn and will call the vet.", "It will warn and may call the vet.", "commitment-softened"),
    # who says it
    ('"It works," said [NAME], head of farms.', '"It works," said Ana Ruiz, head of vets.', "promise-changed"),
    ('"It works," said Bo Li, head of farms.', '"It works," said Ana Ruiz, head of farms.', "promise-changed"),
    # struck through
    ("We ~~never~~ sell data.", "We never sell data.", "promise-changed"),
    ("We sell <del>your</del> wool data.", "We sell no wool data.", "promise-changed"),
    ("It tracks <s>ten</s> deer.", "It tracks ten deer.", "figure-changed"),
    ("See ![a herd of 10 deer](a.png) here.", "See ![a herd of 99 deer](a.png) here.", "figure-changed"),
    ("Seen.\n\n<img src=a alt='10 deer'>", "Seen.\n\n<img src=a alt='99 deer'>", "figure-changed"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "kind"), CHANGED)
def test_a_change_of_what_is_said_is_seen(compare: Compare, old: str, new: str, kind: str) -> None:
    assert kinds(compare, old, new) == [kind]


SAID_OTHERWISE = [
    ("Walking the fences takes two days a week.", "It takes two days a week to walk the fences."),
    ("At night the map shows the herd.", "The map shows the herd at night."),
    ("It tracks deer, sheep and goats.", "It tracks goats, deer and sheep."),
    ("It is a real-time map.", "It is a real time map."),
    ("An other map shows the herd.", "Another map shows the herd."),
    ("They recieve an alert.", "They receive an alert."),
    ("It keeps seperate herds.", "It keeps separate herds."),
    ("It stands on your proprety.", "It stands on your property."),
    ("You can see the map.", "You see the map."),
    ("Write to help@old.example for more.", "Write to help@new.example for more."),
    ("Read more at https://old.example/a.", "Read more at https://new.example/b."),
    ("Last updated: 2025-11-23", "Last updated: 2025-12-03"),
    ('"It works," said [CEO name], head of Rural Co.', '"It works," said Ana Ruiz, head of Rural Co.'),
    (
        '"[QUOTE: nobody should ever lose a deer]," said [NAME], head of farms.',
        '"Nobody should lose a deer," said Ana Ruiz, head of farms.',
    ),
    ("Napa, CA - Rural Co. shows a map.", "Davis, CA - Rural Co. shows a map."),
    ("It reaches 5k farms.", "It reaches five thousand farms.".replace("five thousand", "5,000")),
    ("Nachts zeigt die Karte die Herde.", "Die Karte zeigt die Herde nachts."),
    ("Nachts zeigt die Karte die Herde.", "Die Karte zeigt nachts die Herde."),
    ("Bei Nacht zeigt die Karte die Herde.", "Die Karte zeigt die Herde bei Nacht."),
    ("Zuletzt geändert: 2025-11-23", "Zuletzt geändert: 2025-12-03"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new"), SAID_OTHERWISE)
def test_the_same_in_other_words_is_reworded(compare: Compare, old: str, new: str) -> None:
    assert set(kinds(compare, old, new)) <= {"reworded"}


@pytest.mark.parametrize(
    ("text", "english", "german"),
    [
        ("1,000", "1000", "1·000"), ("1.000", "1·000", "1000"), ("0.125", "0·125", "0·125"), ("0,125", "0·125", "0·125"),
        ("1.000.000", "1000000", "1000000"), ("1'000", "1000", "1000"), ("2,5", "2.5", "2.5"), ("2.5", "2.5", "2.5"),
        ("0125", "0125", "0125"), ("1.2.3", "1.2.3", "1.2.3"), ("10:30", "10:30", "10:30"), ("12,34,567", "12,34,567", "12,34,567"),
    ],
)  # fmt: skip
def test_a_number_is_folded_where_it_can_be_read_in_one_way(text: str, english: str, german: str) -> None:
    assert canonical_number(text) == english
    assert canonical_number(text, german=True) == german


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("It takes 1,000 deer.", "It takes one thousand deer.", True),
        ("Es sind 1.000 Tiere und nicht mehr.", "Es sind 1000 Tiere und nicht mehr.", True),
        ("It takes 1.000 deer.", "It takes 1000 deer.", False),
        ("It covers 2.5 million deer.", "It covers 2,500,000 deer.", True),
        ("Es sind 2,5 Millionen Tiere.", "Es sind 2.500.000 Tiere.", True),
    ],
)
def test_numbers_are_the_same_in_every_writing_of_one_language(one: str, other: str, same: bool) -> None:
    assert (normalise(one) == normalise(other)) == same
    assert (normalise(other) == normalise(one)) == same


def test_a_table_of_a_german_document_has_german_thousands(compare: Compare) -> None:
    german = "Die Karte zeigt die Herde und das Tal bei Nacht, und sie ist nicht schwer.\n\n"
    table = "| Tiere |\n|---|\n| 1{}000 |\n"
    assert kinds(compare, german * 3 + table.format("."), german * 3 + table.format("")) == []
    assert kinds(compare, table.format("."), table.format("")) == ["figure-changed"]


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("Pro | yes | no", "Pro | no | yes", "promise-changed"),
        ("Pro | 9 | 19", "Pro | 19 | 9", "figure-changed"),
        ("Pro | fast | 9", "Pro | slow | 19", "figure-changed"),
        ("Pro | ✅", "Pro | ❌", "promise-changed"),
        ("Pro | yes", "Pro | yes | yes", "promise-changed"),
        ("Pro | a real-time map", "Pro | a real time map", "reworded"),
    ],
)
def test_rows_are_compared_cell_by_cell(old: str, new: str, kind: str) -> None:
    assert classify_row(old, new, lambda _: False) == kind


LIMITS = [
    "It does not track sheep.", "Texas is excluded.", "The limit is 5 GB.", "Only the first year.", "At most ten deer.",
    "Es zählt keine Schafe.", "Bayern ist ausgenommen.", "Nur im ersten Jahr.", "Höchstens zehn Tiere.",
]  # fmt: skip


@pytest.mark.parametrize("limit", LIMITS)
def test_without_its_limit_a_promise_is_wider(compare: Compare, limit: str) -> None:
    scope = compare(FRONT + HEAD + f"It tracks deer. {limit}\n", FRONT + HEAD + "It tracks deer.\n")
    assert [(found.kind, found.new) for found in scope.changes] == [("promise-changed", None)]
    assert scope.verdict is Verdict.CREEP
    added = compare(FRONT + HEAD + "It tracks deer.\n", FRONT + HEAD + f"It tracks deer. {limit}\n")
    assert [found.kind for found in added.changes] == ["promise-added"]


@pytest.mark.parametrize(
    ("inside", "outside"), [("In scope", "Out of scope"), ("Jetzt", "Später"), ("Basic", "Premium")]
)
@pytest.mark.parametrize("form", ["### {}", "**{}**"])
def test_what_goes_to_another_subheading_has_changed(compare: Compare, inside: str, outside: str, form: str) -> None:
    text = "{}\n\n- tracking of all the sheep\n{}\n{}\n\n- tracking of all the pigs\n{}"
    item = "- tracking of all the cows\n"
    old = text.format(form.format(inside), "", form.format(outside), item)
    new = text.format(form.format(inside), item, form.format(outside), "")
    assert kinds(compare, old, new) == ["promise-changed"]
    assert kinds(compare, new, old) == ["promise-changed"]


def test_a_not_in_the_problem_limits_nothing(compare: Compare) -> None:
    text = "# H\n\n## Problem\n\nA farmer loses deer. The fence does not hold.\n\n## Solution\n\nA collar.\n"
    scope = compare(text, text.replace(" The fence does not hold.", ""))
    assert [change.kind for change in scope.changes] == ["promise-removed"]


SAID = "The collar tells the farmer where each deer is at night"


@pytest.mark.parametrize(
    ("there", "kind"),
    [
        (f"{SAID}.", "moved"),
        ("At night the collar tells the farmer where each deer is.", "moved"),
        ("The collar tells the farmer where each sheep is at night.", "promise-changed"),
        ("The collar never tells the farmer where each deer is at night.", "promise-changed"),
        ("The collar may tell the farmer where each deer is at night.", "commitment-softened"),
    ],
)
def test_what_goes_to_another_element_is_one_change(compare: Compare, there: str, kind: str) -> None:
    text = "# H\n\n## Problem\n\nA farmer loses deer.{}\n\n## Solution\n\nIt is a collar.{}\n"
    scope = compare(text.format("", f" {SAID}."), text.format(f" {there}", ""))
    assert [change.kind for change in scope.changes] == [kind]


def test_questions_that_are_answered_by_yes_are_not_one(compare: Compare) -> None:
    text = "# H\n\n## FAQ\n\n### {}\n\nYes.\n"
    scope = compare(text.format("Does it work abroad?"), text.format("Can zoos order one?"))
    assert {change.kind for change in scope.changes} == {"question-added", "question-removed"}


def test_a_removed_item_that_was_out_of_scope_widens(compare: Compare) -> None:
    text = "### Out of scope\n\n- tracking of all the pigs\n"
    assert kinds(compare, text + "- tracking of all the cows\n", text) == ["promise-changed"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("It tracks deer in hills. It calls the vet.", "It tracks deer in hills - it calls the vet."),
        ("It tracks deer in hills and it calls the vet.", "It tracks deer in hills. It calls the vet."),
        ("- Alerts: they ring at night\n- Maps: they show the herd", "Alerts - they ring at night. Maps - they show the herd."),
    ],
)  # fmt: skip
def test_sentences_split_or_joined_are_reworded(compare: Compare, old: str, new: str) -> None:
    assert set(kinds(compare, old, new)) == {"reworded"}


def test_a_short_answer_is_not_joined_with_what_follows(compare: Compare) -> None:
    faq = "## FAQ\n\n### Does it cost more?\n\n{}"
    scope = compare(HEAD + faq.format("No. Fees are to be paid."), HEAD + faq.format("No fees are to be paid."))
    assert scope.verdict is Verdict.CREEP


def test_a_new_name_throughout_is_reworded_and_another_animal_is_not(compare: Compare) -> None:
    text = "# {0}: never lose a deer\n\n## Solution\n\n{0} shows a map. {0} calls the vet.\n\nAsk `{1} help`.\n"
    renamed = compare(text.format("DeerTrack", "deertrack"), text.format("HerdMinder", "herdminder"))
    assert renamed.verdict is Verdict.EDITORIAL
    text = "# {0} Tracker: never lose one\n\n## Solution\n\n{0} Tracker shows a map. {0} Tracker calls the vet.\n"
    assert compare(text.format("Goose"), text.format("Moose")).verdict is Verdict.CREEP


@pytest.mark.parametrize(
    ("field", "other"),
    [("customer: {a: b}", "customer: {a: c}"), ("goals: {a: 1}", "goals: {a: 2}"), ("title: [x, {a: 1}]", "title: [x, {a: 2}]")],
)  # fmt: skip
def test_a_field_of_the_wrong_type_is_compared_too(compare: Compare, field: str, other: str) -> None:
    assert compare(f"---\n{field}\n---\n{HEAD}", f"---\n{other}\n---\n{HEAD}").verdict is Verdict.CREEP


def test_front_matter_that_cannot_be_read_is_compared_as_it_stands(compare: Compare) -> None:
    old, new = (f"---\ntitle: {name}: [\n---\n{HEAD}" for name in ("A", "B"))
    assert compare(old, new).verdict is Verdict.CREEP
    assert compare(f"---\ntitle: A\n---\n{HEAD}", new).verdict is Verdict.CREEP


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("## Availability – California only", "## Availability – worldwide"),
        ("## Solution: a map for farmers", "## Solution: a map for everyone"),
        ("## Lösung: eine Karte für Bauern", "## Lösung: eine Karte für alle"),
    ],
)
def test_what_a_heading_says_beyond_its_name_is_compared(compare: Compare, old: str, new: str) -> None:
    assert compare(f"# T\n\n{old}\n\nIt is.\n", f"# T\n\n{new}\n\nIt is.\n").verdict is Verdict.CREEP


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("*For deer farmers in the hills.*", "*For zoos in the hills.*", "audience-changed"),
        ("*Für Bauern mit Hirschen.*", "*Für Zoos mit Hirschen.*", "audience-changed"),
        ("*A map for farmers at night.*", "*A map for farmers at noon.*", "promise-changed"),
    ],
)
def test_a_subheading_that_names_others_changes_the_audience(compare: Compare, old: str, new: str, kind: str) -> None:
    scope = compare(*(HEAD.replace("\n\n## Summary", f"\n\n{line}\n\n## Summary") for line in (old, new)))
    assert [(found.kind, found.element) for found in scope.changes] == [(kind, "subheading")]


def test_the_audience_is_what_follows_for() -> None:
    assert find_audience("A map for deer farmers who walk, for zoos") == {"deer", "farmers", "zoos"}


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [
        ("proprety", "property", True), ("recieve", "receive", True),
        ("accomodate", "accommodate", True), ("zegt", "zeigt", True), ("martial", "marital", False),
        ("server", "sever", False), ("kosten", "posten", False), ("unclear", "nuclear", False), ("map", "mop", False),
    ],
)  # fmt: skip
def test_a_slip_makes_no_other_word(one: str, other: str, slip: bool) -> None:
    assert is_slip(one, other, lambda _: False) is slip
    assert is_slip(other, one, lambda _: False) is slip
    assert not is_slip(one, other, lambda _: True)


def test_a_vowel_may_be_mistyped_in_a_long_word_that_is_known() -> None:
    assert is_slip("autimation", "automation", {"automation"}.__contains__)
    assert not is_slip("autimation", "automation", lambda _: False)


def test_stems_fold_inflection_and_keep_words_apart() -> None:
    assert len({stem(word) for word in ("walk", "walks", "walked", "walking")}) == 1
    assert len({stem(word) for word in ("use", "user", "useful", "usable")}) == 4
    assert stem("karten", german=True) == stem("karte", german=True)


def test_a_document_that_is_moved_within_itself_keeps_what_it_says(compare: Compare) -> None:
    old = "# T\n\n## Problem\n\nNobody sees the herd leave at night.\n\n## Solution\n\nThe collar shows all deer.\n"
    new = "# T\n\n## Problem\n\nToday is hard.\n\n## Solution\n\nAt night nobody sees the herd leave. The collar shows all deer.\n"
    scope = compare(old, new)
    assert sorted(found.kind for found in scope.changes) == ["moved", "promise-added"]


@pytest.mark.usefixtures("five_seconds")
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("a " * 20_000, "a b " * 10_000),
        ("deer " * 100_000, "deer " * 100_000 + "extra"),
        (" ".join(f"w{n}" for n in range(20_000)), " ".join(f"v{n}" for n in range(20_000))),
        ("鹿" * 15_000 + "群" + "鹿" * 14_000, "鹿" * 15_000 + "馬" + "鹿" * 14_000),
        ("It is free. " * 10_000, "It is free. " * 10_001),
        (" ".join(f"Word{n} is a{n}." for n in range(5_000)), " ".join(f"Term{n} has b{n}." for n in range(5_000))),
    ],
)
def test_no_text_takes_long(compare: Compare, old: str, new: str) -> None:
    assert compare(HEAD + old, HEAD + new).verdict is not Verdict.UNCHANGED


def test_a_stretch_beyond_comparing_is_taken_out_and_put_in_whole() -> None:
    marked = mark_words("x " + "a " * 9_000 + "y", "z " + "a b " * 9_000 + "w")
    assert [part.op for part in marked] == ["delete", "insert"]


def test_a_description_of_today_may_be_told_in_another_order() -> None:
    old = normalise("Two riders take three days for one count.")
    new = normalise("One count takes two riders three days.")
    assert classify(old, new, lambda _: False, loosely=True) == "reworded"
    assert classify(old, new, lambda _: False) != "reworded"
