#!/usr/bin/env python3
"""Mentions gained, lost and read otherwise on ../shared/corpus, against the last commit.

    python3 .ci/gains.py [COMMIT] [FOLDER …]      default: HEAD, ../shared/corpus ../shared/eval/gold

Builds the commit in target/gains and the working tree in target, reads every document with both, and prints one line for each
mention that only one of them has, or that has other fields now. Changed letterheads are shown with the same marks:
`+` gained, `-` lost, `~` read otherwise.
"""
import json
import os
import subprocess
import sys

FIELDS = ("kind", "number", "name", "date", "issuer", "provision", "relation", "zone")
HEADER = ("number", "kind", "issuer", "date")


def built(folder, target):
    """The program, built from a folder."""
    subprocess.run(["cargo", "build", "--quiet"], cwd=folder, check=True, env={**os.environ, "CARGO_TARGET_DIR": target})
    return os.path.join(target, "debug", "luocdo")


def read(program, inputs):
    """Path → its line of `extract`."""
    out = subprocess.run([program, "extract", "--format", "ndjson", *inputs], check=True, stdout=subprocess.PIPE).stdout
    documents = (json.loads(line) for line in out.decode("utf-8").splitlines())
    return {document["path"]: document for document in documents}


def keyed(document):
    """Mentions by place; the subject as the place that it points at."""
    mentions = document["mentions"]
    place = {m["id"]: m["start"] for m in mentions}
    return {(m["start"], m["end"]): {**{f: m[f] for f in FIELDS}, "subject": place.get(m["subject"], 0)} for m in mentions}


def compare(path, old, new, tally):
    lines = []
    head_old, head_new = old["document"], new["document"]
    for field in HEADER:
        if head_old.get(field) != head_new.get(field):
            lines.append(f"~ letterhead {field}: {head_old.get(field)} -> {head_new.get(field)}")
            tally["~"] += 1
    before, after = keyed(old), keyed(new)
    text = {(m["start"], m["end"]): m["text"] for d in (old, new) for m in d["mentions"]}
    for place in sorted(before.keys() | after.keys()):
        was, now = before.get(place), after.get(place)
        if was == now:
            continue
        mark = "+" if was is None else "-" if now is None else "~"
        tally[mark] += 1
        other = "" if mark != "~" else "  " + ", ".join(f"{k}: {was[k]} -> {now[k]}" for k in now if was[k] != now[k])
        relation = (now or was)["relation"]
        lines.append(f"{mark} {place[0]:>7} {' '.join(text[place].split())}  [{relation}]{other}")
    if lines:
        print(path, *lines, sep="\n  ")


def main():
    commit = sys.argv[1] if len(sys.argv) > 1 else "HEAD"
    shared = os.path.join("..", "shared")
    inputs = sys.argv[2:] or [os.path.join(shared, "corpus"), os.path.join(shared, "eval", "gold")]
    inputs = [folder for folder in inputs if os.path.exists(folder)]
    if not inputs:
        print("no documents at hand: ../shared is not beside the checkout")
        return 0
    root, tree = os.getcwd(), os.path.abspath(os.path.join("target", "gains", "tree"))
    subprocess.run(["git", "worktree", "remove", "--force", tree], stderr=subprocess.DEVNULL)
    subprocess.run(["git", "worktree", "add", "--quiet", "--detach", tree, commit], check=True)
    try:
        old = read(built(tree, os.path.abspath(os.path.join("target", "gains"))), inputs)
    finally:
        subprocess.run(["git", "worktree", "remove", "--force", tree])
    new = read(built(root, os.path.abspath("target")), inputs)
    tally = {"+": 0, "-": 0, "~": 0}
    empty = {"document": {}, "mentions": []}
    for path in sorted(old.keys() | new.keys()):
        compare(path, old.get(path, empty), new.get(path, empty), tally)
    print(f"\n{tally['+']} gained, {tally['-']} lost, {tally['~']} read otherwise, in {len(new)} documents")
    return 0


if __name__ == "__main__":
    sys.exit(main())
