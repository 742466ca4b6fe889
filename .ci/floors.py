#!/usr/bin/env python3
"""Holds the floors on the annotated documents of ../shared, and prints where each figure stands.

    python3 .ci/floors.py            needs target/release/luocdo, and ../shared beside the checkout

A floor is what the project promises for such documents; where the program reads better, the floor follows it, because the
same program reads the same documents alike every time. Ceilings hold what must stay rare.
"""
import glob
import json
import os
import subprocess
import sys

SHARED = os.path.join("..", "shared", "eval")
GOLD = os.path.join(SHARED, "gold")
SENTENCES = os.path.join(SHARED, "vnlegaltext-val.jsonl")
LUOCDO = os.path.join(os.environ.get("CARGO_TARGET_DIR", "target"), "release", "luocdo")

# Name, floor, and where the figure stands in what score.py prints.
FLOORS = [
    ("mentions F1", 0.98, lambda f: f["mentions"]["f1"]),
    ("exact span F1", 0.97, lambda f: f["exact"]["f1"]),
    ("joint F1", 0.92, lambda f: f["joint"]["f1"]),
    ("kind", 0.99, lambda f: f["fields"]["kind"][0]),
    ("number", 0.99, lambda f: f["fields"]["number"][0]),
    ("date", 0.99, lambda f: f["fields"]["date"][0]),
    ("issuer", 0.96, lambda f: f["fields"]["issuer"][0]),
    ("relation", 0.95, lambda f: f["fields"]["relation"][0]),
    ("relation macro F1", 0.92, lambda f: f["relation_macro_f1"]),
    ("subject", 0.95, lambda f: f["fields"]["subject"][0]),
    ("header number", 0.97, lambda f: f["header"]["number"][0]),
    ("header kind", 0.95, lambda f: f["header"]["kind"][0]),
    ("header issuer", 0.97, lambda f: f["header"]["issuer"][0]),
    ("header date", 0.97, lambda f: f["header"]["date"][0]),
    ("blank number stays blank", 1.0, lambda f: f["header"]["blank"][0]),
]
# Share of values that the program gives where the annotation has none, in any field.
INVENTED = 0.01
# VNLegalText marks some mentions twice and leaves dates outside (docs/accuracy.md): its ceiling is about 0.96.
SPANS = [
    ("VNLegalText strict R", 0.937, lambda f: f["strict"]["r"]),
    ("VNLegalText strict F1", 0.932, lambda f: f["strict"]["f1"]),
    ("VNLegalText loose R", 0.961, lambda f: f["loose"]["r"]),
]


def run(command, given=None):
    return subprocess.run(command, input=given, check=True, stdout=subprocess.PIPE).stdout


def figures():
    texts = sorted(glob.glob(os.path.join(GOLD, "*.txt")))
    extracted = run([LUOCDO, "extract", "--format", "ndjson", *texts])
    return json.loads(run([sys.executable, os.path.join(SHARED, "score.py"), GOLD, "--json"], extracted))


def spans():
    score = [sys.executable, os.path.join(SHARED, "score_spans.py"), SENTENCES]
    extracted = run([LUOCDO, "extract", "--from", "ndjson", "--format", "ndjson", "-"], run([*score, "--input"]))
    return json.loads(run([*score, "--json"], extracted))


def hold(floors, found):
    below = 0
    for name, floor, read in floors:
        value = read(found)
        fails = value < floor
        below += fails
        print(f"{name:<26}{floor:>7.3f}{value:>9.4f}{'  below its floor' if fails else ''}")
    return below


def main():
    found = figures()
    print(f"{found['documents']} annotated documents\n")
    print(f"{'figure':<26}{'floor':>7}{'now':>9}")
    below = hold(FLOORS, found)
    for field, share in found["invented"].items():
        if share > INVENTED:
            print(f"values invented in {field}: {share:.4f}, more than {INVENTED}")
            below += 1
    if os.path.exists(SENTENCES):
        below += hold(SPANS, spans())
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
