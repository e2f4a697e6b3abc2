"""Compares every layer of the program's parses with spaCy's.

usage: parity.py PROGRAM MODEL FOLDER

Prints, for each layer, how many tokens (spans, for entities and sentences) agree, and the first differences. Exit code
1 when a layer agrees less than is asked for: tokens 100 %, entities 99.8 % of spans, every other layer 99.9 %.
"""

import json
import pathlib
import subprocess
import sys
from collections import Counter

import spacy

WANTED = {"tokens": 1.0, "entities": 0.998}
LAYERS = ("tag", "pos", "morph", "lemma", "head", "dep")
SHOWN = 5


def parse_with_program(program, model, files):
    """One parsed object a file, in order; files are given on the command line in batches."""
    for start in range(0, len(files), 500):
        command = [program, "parse", "--model", model, "--format", "json", *files[start : start + 500]]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
            for line in process.stdout:
                yield json.loads(line)


def main():
    program, model, folder = sys.argv[1:4]
    paths = sorted(pathlib.Path(folder).glob("*.txt"))
    readable = [path for path in paths if path.stat().st_size > 0]
    if not readable:
        sys.exit(f"{folder}: no .txt file that is not empty")
    nlp = spacy.load(model)
    nlp.max_length = 100_000_000
    agree, total, shown = Counter(), Counter(), Counter()
    differences = []

    def difference(layer, text):
        shown[layer] += 1
        if shown[layer] <= SHOWN:
            differences.append(f"{layer}: {text}")

    ours = parse_with_program(program, model, [str(path) for path in readable])
    # Decoded as the program does: bytes that are no UTF-8 become U+FFFD, line ends stay as they are.
    texts = (path.read_bytes().decode("utf-8-sig", "replace") for path in readable)
    for path, doc, mine in zip(readable, nlp.pipe(texts, batch_size=16), ours, strict=True):
        theirs = doc.to_json()
        name = path.name
        spans = [[(t["start"], t["end"]) for t in parse["tokens"]] for parse in (mine, theirs)]
        total["tokens"] += len(spans[1])
        if mine["text"] != theirs["text"] or spans[0] != spans[1]:
            common = len(set(spans[0]) & set(spans[1]))
            agree["tokens"] += min(common, len(spans[1]) - 1)
            first = next((b for a, b in zip(*spans) if a != b), (0, 0))
            difference("tokens", f"{name}: at {first}: {theirs['text'][first[0] - 10 : first[1] + 20]!r}")
            continue
        agree["tokens"] += len(spans[1])
        for index, (a, b) in enumerate(zip(mine["tokens"], theirs["tokens"])):
            for layer in LAYERS:
                total[layer] += 1
                if a[layer] == b[layer]:
                    agree[layer] += 1
                else:
                    word = theirs["text"][b["start"] : b["end"]]
                    difference(layer, f"{name}: token {index} {word!r}: spaCy {b[layer]!r}, here {a[layer]!r}")
        for layer, key in (("sentences", "sents"), ("entities", "ents")):
            a = {(s["start"], s["end"], s.get("label")) for s in mine[key]}
            b = {(s["start"], s["end"], s.get("label")) for s in theirs[key]}
            total[layer] += len(a | b)
            agree[layer] += len(a & b)
            for span in sorted(a ^ b, key=str):
                side = "only here" if span in a else "only spaCy"
                difference(layer, f"{name}: {side} {theirs['text'][span[0] : span[1]]!r} {span}")

    print(f"{len(readable)} texts, {total['tokens']} tokens, model {pathlib.Path(model).name}, spaCy {spacy.__version__}")
    failed = False
    for layer in ("tokens", *LAYERS, "sentences", "entities"):
        share = agree[layer] / total[layer] if total[layer] else 1.0
        enough = share >= WANTED.get(layer, 0.999)
        failed |= not enough
        print(f"  {layer:<10} {share:10.4%}  {agree[layer]:>9} of {total[layer]:>9}  {'' if enough else 'too few'}")
    print("first differences:" if differences else "no differences")
    for line in differences:
        print(f"  {line}")
    sys.exit(1 if failed else 0)


main()
