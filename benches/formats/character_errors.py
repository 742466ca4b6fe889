#!/usr/bin/env python3
"""Character error rate of what `luocdo text` reads, against other programs' text of the same files.

    python3 benches/formats/character_errors.py [FOLDER]      default: ../shared/corpus

Needs target/release/luocdo (or LUOCDO), rapidfuzz (pip), LibreOffice for office files, pdftotext for PDF, Chromium for web
pages; what is missing is said and passed over. White space is folded, both sides are composed (NFC).

Compared is the body that both have. What luocdo leaves out by design is taken out of the reference by the rules below, and
counted: the gazette's line, page numbers and signature stamps of PDF; of a web page what stands before the first and behind
the last line of the article. Letterheads and closings in two columns are read column by column by luocdo and row by row by
pdftotext, so lines are compared as a bag first: a line that both have somewhere is right wherever it stands.
"""
import glob
import html
import os
import re
import statistics
import subprocess
import sys
import tempfile
import unicodedata

try:
    from rapidfuzz.distance import Levenshtein
except ImportError:
    sys.exit("needs rapidfuzz: pip install rapidfuzz")

LUOCDO = os.environ.get("LUOCDO", os.path.join(os.environ.get("CARGO_TARGET_DIR", "target"), "release", "luocdo"))
FURNITURE = [
    ("gazette line", re.compile(r"^\s*(\d+\s+)?CÔNG BÁO\s*/\s*Số.*$", re.M)),
    ("page number", re.compile(r"^[ \f]*(?:Trang )?-?\s*\d{1,4}\s*-?\s*$", re.M)),
    ("signature stamp", re.compile(r"^\s*(?:Người ký|Ký bởi|Email|Cơ quan|Thời gian ký|Ngày ký):.*$", re.M)),
]


def fold(text):
    return " ".join(unicodedata.normalize("NFC", text.replace("\ufeff", "")).split())


def run(*command, **more):
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, **more).stdout.decode("utf-8", "replace")


def errors(ours, reference):
    return Levenshtein.distance(fold(ours), fold(reference))


def office(path, folder):
    run("soffice", "-env:UserInstallation=file://" + os.path.join(folder, "profile"), "--headless", "--convert-to",
        "txt:Text (encoded):UTF8,LF,,,", "--outdir", folder, path)
    with open(os.path.join(folder, os.path.splitext(os.path.basename(path))[0] + ".txt"), encoding="utf-8") as text:
        return text.read(), {}


def pdf(path, _):
    text, removed = run("pdftotext", "-enc", "UTF-8", path, "-").replace("\f", "\n"), {}
    for name, pattern in FURNITURE:
        text, count = pattern.subn("", text)
        removed[name] = count
    return text, removed


def web(path, folder):
    """What a browser shows of the page, its scripts taken out, from the first to the last line of the article."""
    with open(path, encoding="utf-8", errors="replace") as page:
        page = re.sub(r"<script\b.*?</script>", "", page.read(), flags=re.S | re.I)
    copy = os.path.join(folder, "page.html")
    with open(copy, "w", encoding="utf-8") as out:
        out.write(page + "<script>var t=document.body.innerText;document.documentElement.innerHTML='<body></body>';"
                  "document.body.textContent=t</script>")
    shown = run("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom", "file://" + copy)
    shown = html.unescape(re.sub(r"<[^>]+>", "", shown))
    ours = fold(run(LUOCDO, "text", path))
    shown = fold(shown)
    start = shown.find(ours[:40])
    end = shown.rfind(ours[-40:])
    if start < 0 or end < start:
        return shown, {"article not found": 1}
    return shown[start:end + 40], {"letters before the article": start, "letters behind it": len(shown) - end - 40}


def bag(ours, reference):
    """Takes out the sentences that both have; what is left is compared as it stands."""
    def split(text):
        return [part for part in re.split(r"(?<=[.;:/])\s+", fold(text)) if part]
    left, right = split(ours), split(reference)
    common = {}
    for part in right:
        common[part] = common.get(part, 0) + 1
    rest_left = []
    for part in left:
        if common.get(part, 0) > 0:
            common[part] -= 1
        else:
            rest_left.append(part)
    rest_right = []
    for part in reversed(right):
        if common.get(part, 0) > 0:
            common[part] -= 1
            rest_right.append(part)
    return " ".join(rest_left), " ".join(reversed(rest_right))


READERS = {".docx": office, ".doc": office, ".rtf": office, ".odt": office, ".pdf": pdf, ".html": web}


def main():
    root = sys.argv[1] if len(sys.argv) > 1 else os.path.join("..", "shared", "corpus")
    rates, total = {}, {}
    with tempfile.TemporaryDirectory() as folder:
        for path in sorted(glob.glob(os.path.join(root, "**", "*"), recursive=True)):
            extension = os.path.splitext(path)[1].lower()
            if extension not in READERS or "scans" in path:
                continue
            ours = run(LUOCDO, "text", path)
            reference, removed = READERS[extension](path, folder)
            if not reference.strip():
                print(f"{os.path.basename(path)}: no reference")
                continue
            in_order = errors(ours, reference)
            apart = errors(*bag(ours, reference))
            letters = len(fold(reference))
            best = min(in_order, apart)
            rates.setdefault(extension, []).append(best / letters)
            sums = total.setdefault(extension, [0, 0])
            sums[0] += best
            sums[1] += letters
            gone = ", ".join(f"{count} {name}" for name, count in removed.items() if count)
            print(f"{100 * best / letters:7.3f} % ({100 * in_order / letters:.3f} % in order)  {letters:7d}  {os.path.basename(path)}"
                  + (f"  [left out: {gone}]" if gone else ""))
    for extension, found in sorted(rates.items()):
        wrong, letters = total[extension]
        print(f"{extension}: {len(found)} files, {100 * wrong / letters:.3f} % of all letters, median {100 * statistics.median(found):.3f} %, "
              f"worst {100 * max(found):.3f} %")


if __name__ == "__main__":
    main()
