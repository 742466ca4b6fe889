#!/usr/bin/env python3
"""Counts the figures of docs/accuracy.md on the annotated documents (../shared/eval), the passages (data/gold) and VNLegalText.

    python3 .ci/accuracy.py                      print the counted part
    python3 .ci/accuracy.py --write FILE         put it between the markers of FILE
    … --program PATH                             another program than target/release/luocdo

No sentence of a document is printed: a reference is shown by its kind and number, or by the first words of its name.
The measure is that of ../shared/eval/score.py and score_spans.py, which this script calls for pairing and comparison.
"""
import argparse
import collections
import glob
import importlib.util
import json
import os
import re
import subprocess
import sys

SHARED = os.path.join("..", "shared", "eval")
SETS = (("annotated documents", os.path.join(SHARED, "gold")), ("passages", os.path.join("data", "gold")))
BEGIN, END = "<!-- counted by .ci/accuracy.py -->", "<!-- end of the counted part -->"
# A sort of readings makes no claim from fewer.
FEWEST = 30


def scorer():
    spec = importlib.util.spec_from_file_location("score", os.path.join(SHARED, "score.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def extracted(program, texts):
    out = subprocess.run([program, "extract", "--format", "ndjson", *texts], check=True, stdout=subprocess.PIPE).stdout
    lines = (json.loads(line) for line in out.decode("utf-8").splitlines())
    return {os.path.splitext(os.path.basename(line["path"]))[0]: line for line in lines}


def documents(program, folder):
    """(name, annotation, reading) of each annotated document."""
    annotations = sorted(glob.glob(os.path.join(folder, "*.json")))
    read = extracted(program, [path[:-5] + ".txt" for path in annotations])
    for path in annotations:
        name = os.path.splitext(os.path.basename(path))[0]
        with open(path, encoding="utf-8") as file:
            yield name, json.load(file), read[name]


def short(reference):
    """Kind and number, or kind and the first words of the name."""
    if reference.get("number"):
        return f"{reference.get('kind') or 'số'} {reference['number']}"
    words = (reference.get("name") or reference.get("text") or "").split()
    return " ".join(words[:5]) + (" …" if len(words) > 5 else "")


def system(reference):
    number, name = reference.get("number") or "", reference.get("name") or ""
    if reference.get("class") == "oral":
        return "oral"
    if re.search(r"TĐTN|TWĐTN|ĐTN", number):
        return "youth"
    if re.search(r"MTTQ|MTTW|HNDTW|CCB|HPN", number):
        return "front and others"
    if re.search(r"TLĐ|LĐLĐ|CĐ[NCGVY]", number) or "Công đoàn" in name and not name.startswith("Luật"):
        return "union"
    if re.match(r"\d+[a-zđ]?\s*-", number) or re.search(r"Đảng|Trung ương|Bộ Chính trị", name):
        return "party"
    return "state"


class Tally:
    """Right, annotated and predicted, by a key."""

    def __init__(self):
        self.right, self.gold, self.predicted = collections.Counter(), collections.Counter(), collections.Counter()

    def rows(self, fewest=1):
        for key in sorted(self.gold | self.predicted, key=lambda k: -self.gold[k]):
            right, gold, predicted = self.right[key], self.gold[key], self.predicted[key]
            if max(gold, predicted) >= fewest:
                yield key, gold, predicted, right / predicted if predicted else 0.0, right / gold if gold else 0.0


class Counts:
    def __init__(self):
        self.by = {"system": Tally(), "class": Tally(), "relation": Tally()}
        self.cues, self.readings, self.errors, self.total = collections.defaultdict(list), [], [], collections.Counter()

    def add(self, score, where, name, annotation, reading):
        gold, found = annotation["references"], reading["mentions"]
        pairs = score.pair(gold, found)
        partner = {gold[i]["id"]: found[j]["id"] for i, j in pairs}
        matched = {j: i for i, j in pairs}
        self.total.update(gold=len(gold), found=len(found), matched=len(pairs))
        for reference in gold:
            self.count("gold", reference)
        for at, mention in enumerate(found):
            reference = gold[matched[at]] if at in matched else None
            right, faults = self.judge(score, reference, mention, partner)
            self.total["exact"] += bool(reference) and "bounds" not in faults
            self.total["joint"] += right
            self.readings.append((name, sort(mention), right))
            self.cues[" ".join((mention.get("cue") or "").lower().split())].append(bool(reference) and "relation" not in faults)
            self.count("predicted", mention, reference)
            if reference:
                for key in ("system", "class"):
                    self.by[key].right[system(reference) if key == "system" else reference["class"]] += 1
                self.by["relation"].right[reference["relation"]] += "relation" not in faults
                for fault in faults:
                    self.errors.append((where, cause(fault, reference, mention), short(reference), name))
            else:
                self.errors.append((where, "read where nothing is annotated", short(mention), name))
        missed = {i for i, _ in pairs}
        for at, reference in enumerate(gold):
            if at not in missed:
                self.errors.append((where, missing(reference), short(reference), name))

    def count(self, side, reference, counterpart=None):
        kin = counterpart or reference
        getattr(self.by["system"], side)[system(kin)] += 1
        getattr(self.by["class"], side)[kin["class"]] += 1
        getattr(self.by["relation"], side)[reference["relation"]] += 1

    @staticmethod
    def judge(score, reference, mention, partner):
        """Right in bounds, number, relation and subject; and what is wrong."""
        if reference is None:
            return False, ["invented"]
        wanted = dict(reference, subject=0 if reference["subject"] == 0 else partner.get(reference["subject"], "none"))
        faults = [f for f in ("number", "relation", "subject", "kind", "date", "issuer", "provision")
                  if not score.same(f, wanted.get(f), mention.get(f))]
        if (reference["start"], reference["end"]) != (mention["start"], mention["end"]):
            faults.insert(0, "bounds")
        return not {"bounds", "number", "relation", "subject"} & set(faults), faults


def cause(fault, reference, mention):
    if fault == "relation":
        return f"relation: {reference['relation']} read as {mention['relation']}"
    if fault == "subject":
        return "subject: " + ("another act's title taken for the paper's own" if reference["subject"] else "the paper's own taken for another act's")
    return {"bounds": "bounds of the mention", "issuer": "issuer beside the mention", "provision": "cited part",
            "kind": "kind", "date": "date", "number": "number"}[fault]


def missing(reference):
    if reference["class"] == "oral":
        return "missed: words spoken at a meeting"
    if reference["class"] == "named":
        return "missed: a paper given by its title alone"
    return "missed: a number without kind word or symbol" if not re.search(r"/", reference.get("number") or "") else "missed: a number"


def sort(mention):
    """The sorts of src/mention/confidence.rs."""
    rule = mention["rule"]
    if rule in ("law-by-name", "new-law-by-name", "amending-law", "charter"):
        return "a law or charter by title"
    if rule in ("numbered-list", "shared-symbol") or rule == "numbered" and not mention["subject"] and mention.get("cue"):
        return "a number under a cue, or one of a list"
    if rule in ("issued-by-act", "issued-at-act") or rule == "numbered" and not mention["subject"]:
        return "a number without a cue, or what a cited act issues"
    return "a number inside another's title or without kind word or symbol, a congress, a meeting, a paper by date or title"


def reliability(readings):
    """Claims made from all documents but the one at hand, and how many were right."""
    whole, right = collections.Counter(), collections.Counter()
    per = collections.defaultdict(lambda: [0, 0])
    for name, kind, ok in readings:
        whole[kind] += 1
        right[kind] += ok
        per[name, kind][0] += 1
        per[name, kind][1] += ok
    bins, claims = collections.defaultdict(list), collections.Counter()
    for name, kind, ok in readings:
        here = per[name, kind]
        claim = (right[kind] - here[1] + 1) / (whole[kind] - here[0] + 2)
        claims[kind] += claim
        bins[min(int(claim * 100) // 5 * 5, 95)].append((claim, ok, kind))
    sorts = [(kind, whole[kind], right[kind], right[kind] / whole[kind], (right[kind] + 1) / (whole[kind] + 2), claims[kind] / whole[kind])
             for kind in sorted(whole, key=lambda k: -whole[k])]
    return sorts, sorted(bins.items())


def confidence(readings):
    """What is claimed by sort and by bin; a bin of fewer than FEWEST mentions is shown, and makes no claim."""
    sorts, bins = reliability(readings)
    few = [kind for kind, whole, *_ in sorts if whole < FEWEST]
    assert not few, f"fewer than {FEWEST} mentions: {few}"
    yield from ("", "## Confidence", "", "`confidence` is the share of right readings (bounds, number, relation, subject) of the same sort, (right + 1) / (all + 2). The last "
                "column leaves each document out in turn: what the others would have claimed for its mentions, on average.", "")
    yield from table(["sort", "mentions", "right", "share", "claimed", "claimed by the others"], sorts)
    yield from ("", "The same by what the others would have claimed:", "")
    rows, small = [], []
    for low, v in bins:
        name, right = f"{low / 100:.2f}–{min(low + 5, 100) / 100:.2f}", sum(ok for _, ok, _ in v)
        rows.append((name, len(v), sum(c for c, _, _ in v) / len(v), right / len(v) if len(v) >= FEWEST else f"{right} of {len(v)}: no claim"))
        if len(v) < FEWEST:
            small.append((name, collections.Counter(kind for _, _, kind in v)))
    yield from table(["claimed by the others", "mentions", "mean claim", "right"], rows)
    for name, kinds in small:
        yield from ("", f"Nothing is claimed from fewer than {FEWEST} mentions. Those of {name} are " + "; ".join(f"{n} of “{kind}”" for kind, n in kinds.most_common())
                    + ". A document that holds errors leaves the others with a higher claim, so where the edge of a bin lies within a sort it parts the "
                    "documents with errors from those without; the table of sorts above is not cut so.")


def state_sentences(program):
    """VNLegalText: figures, and why what differs differs."""
    data, score = os.path.join(SHARED, "vnlegaltext-val.jsonl"), os.path.join(SHARED, "score_spans.py")
    given = subprocess.run([sys.executable, score, data, "--input"], check=True, stdout=subprocess.PIPE).stdout
    read = subprocess.run([program, "extract", "--from", "ndjson", "--format", "ndjson", "-"], input=given, check=True, stdout=subprocess.PIPE).stdout
    figures = json.loads(subprocess.run([sys.executable, score, data, "--json"], input=read, check=True, stdout=subprocess.PIPE).stdout)
    texts = {d["id"]: d["text"] for d in map(json.loads, given.decode("utf-8").splitlines())}
    readings = {d["id"]: d["mentions"] for d in map(json.loads, read.decode("utf-8").splitlines())}
    kinds = {"luật": "L", "nghị định": "NĐ", "thông tư": "TT", "thông tư liên tịch": "TTLT", "quyết định": "QĐ", "pháp lệnh": "PL", "bộ luật": "BL",
             "hiến pháp": "HP", "nghị quyết": "NQ"}
    causes = collections.defaultdict(list)
    with open(data, encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    for at, row in enumerate(rows):
        text, gold = texts[str(at)], spans(row)
        found = {(m["start"], m["end"], kinds.get((m.get("kind") or "").lower())): m for m in readings.get(str(at), [])}
        found = {span: m for span, m in found.items() if span[2]}
        hidden = lambda p: any(g[0] <= p[0] and p[1] <= g[1] and g[:2] != p[:2] for g in gold)
        for span in sorted(gold - set(found)):
            causes["missed: " + why_missed(text, span, gold, found)].append(label(text, span))
        for span in sorted(set(found) - gold):
            if not hidden(span) and not any(g[0] < span[1] and span[0] < g[1] for g in gold):
                causes["unmarked: " + why_unmarked(text, span)].append(label(text, span))
    return figures, causes


def spans(row):
    """Spans as score_spans.py counts them."""
    raw = row["data"]["value"].replace("_", " ")
    cut = [m.span() for m in re.finditer(r"<\s*/?\s*[A-ZĐ]+[^<>]{0,40}>", raw)]
    at = lambda i: i - sum(min(i, e) - s for s, e in cut if s < i)
    return {(at(x["value"]["start"]), at(x["value"]["end"]), x["value"]["labels"][0]) for x in row["annotations"][0]["result"]}


DATE = re.compile(r"\s*[,(]?\s*(ngày|năm|tháng|\d{4})")
ALIAS = re.compile(r"(sau|dưới) đây[^()]{0,40}$|gọi (tắt )?là\s*$|viết (tắt|gọn) là\s*$|viết là\s*$")


def why_missed(text, span, gold, found):
    start, end, _ = span
    if any(g[0] == start and g[1] > end and g in found for g in gold):
        return "the set marks one mention twice, with and without its date"
    if any(f[0] == start and f[1] > end and DATE.match(text[end:f[1]]) for f in found):
        return "the date stands outside the set's span"
    if ALIAS.search(text[max(0, start - 60):start]):
        return "the place that defines a short name"
    if any(f[0] < end and start < f[1] for f in found):
        return "other bounds or kind"
    return "kind and title without organ, number or date" if not re.search(r"\d", text[start:end]) else "a number or date that is blank or broken"


def why_unmarked(text, span):
    start = span[0]
    if ALIAS.search(text[max(0, start - 60):start]):
        return "the place that defines a short name"
    if re.match(r"\s*(Thông tư|Nghị định|Quyết định|Nghị quyết|Luật|Pháp lệnh)\s+\S", text[:60]) and len(text[:start]) < 260 and not re.search(r"[.;]", text[:start]):
        return "in the title of the paper itself, or before its first ground"
    return "left unmarked by the set" if re.search(r"\d", text[span[0]:span[1]]) else "a law by title, left unmarked by the set"


def label(text, span):
    words = text[span[0]:span[1]].split()
    number = next((word for word in words if re.search(r"\d+[\w.]*/", word)), None)
    kind = {"NĐ": "Nghị định", "TT": "Thông tư", "TTLT": "Thông tư liên tịch", "QĐ": "Quyết định", "NQ": "Nghị quyết", "L": "Luật", "BL": "Bộ luật",
            "PL": "Pháp lệnh", "HP": "Hiến pháp"}[span[2]]
    return f"{kind} {number}" if number else " ".join(words[:5]) + (" …" if len(words) > 5 else "")


def table(head, rows):
    yield "| " + " | ".join(head) + " |"
    yield "|" + "---|" * len(head)
    for row in rows:
        yield "| " + " | ".join(f"{cell:.3f}" if isinstance(cell, float) else str(cell) for cell in row) + " |"


def f1(p, r):
    return 2 * p * r / (p + r) if p + r else 0.0


def report(program):
    score, both, lines, seen = scorer(), Counts(), [], {}
    for where, folder in SETS:
        own = Counts()
        for name, annotation, reading in documents(program, folder):
            own.add(score, where, name, annotation, reading)
            both.add(score, where, name, annotation, reading)
        t = own.total
        share = lambda key: f1(t[key] / t["found"], t[key] / t["gold"])
        seen[where] = (where, t["gold"], t["matched"] / t["found"], t["matched"] / t["gold"], share("matched"), share("exact"), share("joint"))
    figures, causes = state_sentences(program)
    lines += ["## Mentions", ""]
    lines += table(["set", "references", "P", "R", "F1", "exact F1", "joint F1"], seen.values())
    strict, loose = figures["strict"], figures["loose"]
    lines += ["", "Sentences of VNLegalText (State law, validation half, no rule was made to fit its marks):", ""]
    lines += table(["measure", "spans", "P", "R", "F1"], [("same bounds and kind", figures["gold"], strict["p"], strict["r"], strict["f1"]),
                                                          ("overlapping, same kind", figures["gold"], loose["p"], loose["r"], loose["f1"])])
    twice, outside = (len(causes[f"missed: {why}"]) for why in ("the set marks one mention twice, with and without its date", "the date stands outside the set's span"))
    defines = len(causes["missed: the place that defines a short name"])
    bounded, met = (1 - (twice + outside + defines) / figures["gold"], 1 - (twice + defines) / figures["gold"])
    lines += ["", f"Of its {figures['gold']} spans {twice} mark one mention a second time without its date, {outside} leave the date outside, {defines} are the place that only defines a",
              f"short name. A reader that follows the annotation guide cannot have them: its ceiling is strict R {bounded:.3f} and overlapping R "
              f"{met:.3f} on this set. Of the spans that it can have, {strict['r'] / bounded:.3f} are read with the same bounds and {loose['r'] / met:.3f} at all."]
    for title, key in (("By system", "system"), ("By class", "class"), ("By relation", "relation")):
        lines += ["", f"## {title}", "", "Annotated documents and passages together." + (" Right: matched, and the relation as annotated." if key == "relation" else ""), ""]
        lines += table([key, "annotated", "predicted", "P", "R"], both.by[key].rows())
    lines += ["", "## By cue", "", "How often the relation is right where this phrase was taken for the cue (ten mentions at least).", ""]
    cues = [(cue or "none", len(v), sum(v) / len(v)) for cue, v in both.cues.items() if len(v) >= 10]
    lines += table(["cue", "mentions", "relation right"], sorted(cues, key=lambda row: -row[1]))
    lines += confidence(both.readings)
    lines += ["", "## A hundred errors by cause", "", "Those on annotated documents and passages first; then those on VNLegalText that are not its own marking habits.", ""]
    lines += errors(both.errors, causes)
    lines += ["", "What VNLegalText marks otherwise, for comparison:", ""]
    habits = ("the set marks", "the date stands", "the place that defines", "in the title", "left unmarked", "a law by title")
    lines += table(["difference", "spans"], [(why, len(v)) for why, v in sorted(causes.items(), key=lambda kv: -len(kv[1])) if why.split(": ", 1)[1].startswith(habits)])
    return lines


def errors(known, causes, most=100):
    grouped = collections.OrderedDict()
    for where, why, what, _ in sorted(known, key=lambda e: (e[0], e[1])):
        grouped.setdefault((where, why), []).append(what)
    count = 0
    ordered = sorted(grouped.items(), key=lambda kv: (kv[0][0], -len(kv[1])))
    for why in sorted(causes, key=lambda why: -len(causes[why])):
        if why.startswith(("missed: other", "missed: kind", "missed: a number")):
            ordered.append((("VNLegalText", why), causes[why]))
    for (where, why), what in ordered:
        what = what[: max(0, most - count)]
        count += len(what)
        if what:
            names = collections.Counter(what)
            shown = "; ".join(name + (f" ×{n}" if n > 1 else "") for name, n in names.items())
            yield f"- **{why}** ({where}, {len(what)}): {shown}"


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--program", default=os.path.join(os.environ.get("CARGO_TARGET_DIR", "target"), "release", "luocdo"))
    ap.add_argument("--write", metavar="FILE")
    a = ap.parse_args()
    if not os.path.isdir(SHARED):
        sys.exit("../shared/eval is not beside the checkout")
    counted = "\n".join(report(a.program))
    if not a.write:
        print(counted)
        return
    with open(a.write, encoding="utf-8") as file:
        text = file.read()
    head, rest = text.split(BEGIN, 1)
    with open(a.write, "w", encoding="utf-8") as file:
        file.write(f"{head}{BEGIN}\n\n{counted}\n\n{END}{rest.split(END, 1)[1]}")


if __name__ == "__main__":
    main()
