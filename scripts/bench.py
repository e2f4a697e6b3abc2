"""Measures the program and spaCy over the same texts, one core each, side by side in one run.

usage: bench.py PROGRAM MODEL SCRATCH FOLDER

Words are what white space separates. Every figure is the median of several runs, the two programs taking turns, so that
other load on the machine hits both alike.
"""

import os
import pathlib
import random
import statistics
import subprocess
import sys
import time

import spacy

WORDS = 60_000
ROUNDS = 3


# A child's peak memory counts from its parent's at the fork, so a small process does the measuring.
MEASURE = """
import os, subprocess, sys, time
start = time.perf_counter()
process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
_, status, usage = os.wait4(process.pid, 0)
print(status, usage.ru_utime + usage.ru_stime, time.perf_counter() - start, usage.ru_maxrss)
"""


def run(command, jobs=1):
    """(seconds of processor time, wall seconds, peak KiB) of a command whose output is thrown away."""
    cpus = ",".join(str(cpu) for cpu in range(jobs))
    measuring = [sys.executable, "-S", "-c", MEASURE, "taskset", "-c", cpus, *command]
    status, cpu, wall, peak = subprocess.run(measuring, check=True, capture_output=True, text=True).stdout.split()
    if status != "0":
        sys.exit(f"{command[:3]}: exit status {status}")
    return float(cpu), float(wall), int(peak)


def first_output(command):
    """Milliseconds until the first byte of output."""
    start = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        process.stdout.read(1)
        seconds = time.perf_counter() - start
        process.stdout.read()
    return seconds * 1000


def corpus(folder, scratch):
    """Writes texts of WORDS words in all; short collections are repeated with their sentences shuffled."""
    texts = [path.read_text(errors="replace") for path in sorted(folder.rglob("*.txt"))]
    texts = [text for text in texts if text.strip()]
    if not texts:
        sys.exit(f"{folder}: no .txt file")
    random.seed(1)
    files, words, turn = [], 0, 0
    while words < WORDS:
        for text in texts:
            if turn:
                parts = text.split(". ")
                random.shuffle(parts)
                text = ". ".join(parts)
            path = scratch / f"{len(files):05}.txt"
            path.write_text(text)
            files.append(str(path))
            words += len(text.split())
            if words >= WORDS:
                break
        turn += 1
    return files, words


def show(label, value, unit=""):
    print(f"  {label:<44} {value:>12,.1f} {unit}")


def main():
    program, model, scratch, folder = sys.argv[1:5]
    files, words = corpus(pathlib.Path(folder), pathlib.Path(scratch))
    parse = [program, "parse", "--model", model]
    print(f"{len(files)} texts, {words} words; one core each, median of {ROUNDS}")

    nlp = spacy.load(model)
    texts = [pathlib.Path(path).read_text() for path in files]
    theirs = {size: [] for size in (16, 64, 256)}
    ours = []
    for _ in range(ROUNDS):
        ours.append(words / run([*parse, *files])[0])
        for size, rates in theirs.items():
            start = time.process_time()
            for _ in nlp.pipe(texts, batch_size=size):
                pass
            rates.append(words / (time.process_time() - start))
    best = max(statistics.median(rates) for rates in theirs.values())
    mine = statistics.median(ours)
    show("demarche parse, with start-up and output", mine, "words/s")
    show("spaCy, best of its batch sizes, without", best, "words/s")
    show("ratio", mine / best, "times")

    print("start-up")
    tiny = pathlib.Path(scratch) / "tiny.txt"
    tiny.write_text("Talks resume.\n")
    show("to the first parsed token", statistics.median(first_output([*parse, str(tiny)]) for _ in range(9)), "ms")

    print("peak memory and rate by number of reports")
    for share in (16, 4, 1):
        some = files[: max(1, len(files) // share)]
        count = sum(len(pathlib.Path(path).read_text().split()) for path in some)
        cpu, _, peak = run([*parse, *some])
        show(f"{len(some)} reports: {peak / 1024:,.0f} MB", count / cpu, "words/s")
    cpu, _, peak = run([*parse, *(files * 3)])
    show(f"{3 * len(files)} reports: {peak / 1024:,.0f} MB", 3 * words / cpu, "words/s")

    print("peak memory and rate by length of one report")
    everything = "\n\n".join(texts).split(" ")
    for length in (100, 1_000, 10_000, len(everything)):
        path = pathlib.Path(scratch) / f"length-{length}.txt"
        path.write_text(" ".join(everything[:length]))
        cpu, _, peak = run([*parse, str(path)])
        show(f"{length:,} words: {peak / 1024:,.0f} MB", length / cpu, "words/s")

    print("cores, by the clock")
    for jobs in range(1, min(2, os.cpu_count()) + 1):
        walls = [run([*parse, "--jobs", str(jobs), *files], jobs)[1] for _ in range(ROUNDS)]
        show(f"{jobs} threads", words / statistics.median(walls), "words/s")

    print("where the time goes")
    sys.stdout.flush()
    subprocess.run(["taskset", "-c", "0", program, "profile", "--date", "2024-01-01", "--model", model, *files], check=True)


main()
