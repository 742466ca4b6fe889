#!/usr/bin/env python3
"""Holds the floors on the annotated documents of ../shared, and prints where each figure stands.

    python3 .ci/floors.py            needs target/release/luocdo, and ../shared beside the checkout
"""
import glob
import json
import os
import subprocess
import sys

SHARED = os.path.join("..", "shared", "eval")
GOLD = os.path.join(SHARED, "gold")
LUOCDO = os.path.join(os.environ.get("CARGO_TARGET_DIR", "target"), "release", "luocdo")

# Name, floor, and where the figure stands in what score.py prints.
FLOORS = [
    ("mentions F1", 0.90, lambda f: f["mentions"]["f1"]),
    ("joint F1", 0.70, lambda f: f["joint"]["f1"]),
    ("subject", 0.85, lambda f: f["fields"]["subject"][0]),
    ("header number", 0.95, lambda f: f["header"]["number"][0]),
    ("header date", 0.95, lambda f: f["header"]["date"][0]),
    ("blank number stays blank", 1.0, lambda f: f["header"]["blank"][0]),
]
# Shown beside them, without a floor.
SHOWN = [
    ("exact span F1", lambda f: f["exact"]["f1"]),
    ("relation", lambda f: f["fields"]["relation"][0]),
    ("relation macro F1", lambda f: f["relation_macro_f1"]),
    ("header kind", lambda f: f["header"]["kind"][0]),
    ("header issuer", lambda f: f["header"]["issuer"][0]),
]


def figures():
    texts = sorted(glob.glob(os.path.join(GOLD, "*.txt")))
    extracted = subprocess.run([LUOCDO, "extract", "--format", "ndjson", *texts], check=True, stdout=subprocess.PIPE).stdout
    score = [sys.executable, os.path.join(SHARED, "score.py"), GOLD, "--json"]
    return json.loads(subprocess.run(score, input=extracted, check=True, stdout=subprocess.PIPE).stdout)


def main():
    found = figures()
    below = 0
    print(f"{found['documents']} annotated documents\n")
    print(f"{'figure':<26}{'floor':>7}{'now':>9}")
    for name, floor, read in FLOORS:
        value = read(found)
        fails = value < floor
        below += fails
        print(f"{name:<26}{floor:>7.2f}{value:>9.4f}{'  below its floor' if fails else ''}")
    for name, read in SHOWN:
        print(f"{name:<26}{'':>7}{read(found):>9.4f}")
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
