"""Writes training sentences for the relation model from the patterns of data/relations.

usage: expand-relations.py DATA/relations > sentences.tsv

A pattern is text with alternatives `(a|b)`, optional parts `[a]`, word lists `$name` (words.tsv), and the two marked
parties `{A}` and `{R}`, or `{A text}` and `{R text}`. Each output line holds the root, the CAMEO code and a sentence in
which <s> marks the actor and <t> the recipient. The same patterns always give the same sentences.
"""

import math
import pathlib
import random
import re
import sys

BEFORE = [
    "On $day, ", "Last week, ", "Meanwhile, ", "In $month, ", "($city) ", "$city - ", "$city (AP) -- ",
    "Earlier this year, ", "Later on $day, ", "In a statement, ", "For the first time, ", "Officials said ",
    "State media reported that ", "After weeks of tension, ", "On $month 12, ", "In 2016, ",
]
AFTER = [
    ", officials said", ", state media reported", " on $day", ", a spokesman said on $day", ", according to local media",
    ", the government said in a statement", ", a witness said", " in $month", " last year", ", diplomats said",
    ", days after (a bombing in $town|the election|talks collapsed|protests in the capital)",
    ", amid (tension|protests|fears of war|growing violence) in the region",
    " after (a meeting with $leader|months of negotiations|the arrest of an activist|clashes in $town)",
    ", which (borders $country|has been hit by violence|is under sanctions|signed a peace deal last year)",
    ", despite (calls for restraint|criticism from abroad|an earlier agreement|sanctions)",
    ", as (fighting continued in $town|thousands marched in the capital|talks on $issue resumed)",
    ", ahead of (a summit in $city|the vote|a visit by $leader)",
]
CLOSING = {"(": ")", "[": "]", "{": "}"}


def parse(text, at=0, end=None):
    """(alternatives, position after them); each alternative is a list of strings and nested nodes."""
    alternatives, items = [], []
    while at < len(text) and text[at] != end:
        char = text[at]
        if char == "|":
            alternatives.append(items)
            items = []
            at += 1
        elif char in "([":
            inner, at = parse(text, at + 1, CLOSING[char])
            items.append(("choice", inner if char == "(" else [[]] * len(inner) + inner))
        elif char == "{" and text[at + 1] in "AR":
            party = text[at + 1]
            at += 2 if text[at + 2] != " " else 3
            inner, at = parse(text, at, "}")
            items.append((party, inner if any(inner) else None))
        elif char == "{":
            inner, at = parse(text, at + 1, "}")
            items.append(("choice", inner))
        elif match := re.compile(r"\$([a-z]+)").match(text, at):
            items.append(("list", match[1]))
            at = match.end()
        else:
            items.append(char)
            at += 1
    alternatives.append(items)
    return alternatives, at + 1


class Expander:
    def __init__(self, folder):
        rows = (line.split("\t") for line in content(folder / "words.tsv") if not line.startswith("name\t"))
        self.lists = {name: parse(text)[0] for name, text in rows}
        self.random = random.Random(7)

    def expand(self, alternatives):
        return "".join(self.item(item) for item in self.random.choice(alternatives))

    def item(self, item):
        if isinstance(item, str):
            return item
        kind, inner = item
        if kind == "choice":
            return self.expand(inner)
        if kind == "list":
            return self.expand(self.lists[inner])
        tag = "s" if kind == "A" else "t"
        name = self.expand(inner or self.lists["actor" if kind == "A" else "recipient"]).strip()
        return f"<{tag}>{name}</{tag}>"

    def sentence(self, pattern):
        text = self.expand(pattern)
        if self.random.random() < 0.3:
            text = self.expand(parse(self.random.choice(BEFORE))[0]) + text
        if self.random.random() < 0.5:
            text += self.expand(parse(self.random.choice(AFTER))[0])
        text = re.sub(r" +", " ", text).replace(" ,", ",").replace(" 's", "'s").strip()
        start = re.match(r"(?:<[st]>)?", text).end()
        return text[:start] + text[start : start + 1].upper() + text[start + 1 :] + "."


def variety(alternatives):
    """How many sentences a pattern can make, roughly."""
    def of(item):
        return 1 if isinstance(item, str) else variety(item[1]) if item[0] == "choice" else 3
    return sum(math.prod(of(item) for item in items) for items in alternatives)


def content(path):
    return [line for line in path.read_text().split("\n") if line.strip() and not line.startswith("#")]


def main():
    folder = pathlib.Path(sys.argv[1])
    expander = Expander(folder)
    for path in sorted((folder / "patterns").glob("*.tsv")):
        for line in content(path):
            cameo, text = line.split("\t")
            if cameo == "cameo":
                continue
            pattern = parse(text)[0]
            wanted = min(30, max(3, int(2 * math.log2(variety(pattern) + 1) - 4)))
            for sentence in dict.fromkeys(expander.sentence(pattern) for _ in range(wanted)):
                print(path.stem, cameo, sentence, sep="\t")


main()
