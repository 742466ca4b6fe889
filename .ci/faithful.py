#!/usr/bin/env python3
"""The same paper saved by LibreOffice as docx, doc, rtf, odt, html and pdf must give the same references as its text.

    python3 .ci/faithful.py            needs target/release/luocdo (or LUOCDO) and soffice

The paper is given to LibreOffice as paragraphs in a font that has every Vietnamese letter (Liberation Serif): in one that
has not, it sets letters from several fonts and the PDF no longer says what they are. Converts data/sample, and ../shared/seeds where it is there, and compares number, kind, date and relation of every reference,
as multisets: found in both / found in either. Fails if a format is below the floor.
"""
import collections
import glob
import html
import json
import os
import subprocess
import sys
import tempfile

FLOOR = 0.995
FORMATS = [("docx", "docx"), ("doc", "doc:MS Word 97"), ("rtf", "rtf"), ("html", "html:HTML (StarWriter)"), ("pdf", "pdf")]
LUOCDO = os.environ.get("LUOCDO", os.path.join(os.environ.get("CARGO_TARGET_DIR", "target"), "release", "luocdo"))


def office(profile, target, files, folder, *more):
    command = ["soffice", "-env:UserInstallation=file://" + profile, "--headless", *more, "--convert-to", target, "--outdir", folder, *files]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def page(paper, folder):
    """The paper as a page of paragraphs, one for each line, blanks kept."""
    with open(paper, encoding="utf-8") as text:
        lines = [html.escape(line.rstrip("\n")).replace("  ", "&nbsp; ") for line in text]
    name = os.path.join(folder, os.path.splitext(os.path.basename(paper))[0] + ".html")
    with open(name, "w", encoding="utf-8") as out:
        out.write('<html><head><meta charset="utf-8"></head><body style="font-family: Liberation Serif">')
        out.writelines(f"<p>{line or '<br>'}</p>\n" for line in lines)
        out.write("</body></html>")
    return name


def references(files):
    out = subprocess.run([LUOCDO, "extract", "--quiet", *files], check=True, stdout=subprocess.PIPE).stdout
    found = {}
    for line in out.decode("utf-8").splitlines():
        paper = json.loads(line)
        name = os.path.splitext(os.path.basename(paper["path"]))[0]
        found[name] = collections.Counter((m["number"], m["kind"], m["date"], m["relation"]) for m in paper["mentions"])
    return found


def main():
    papers = sorted(glob.glob("data/sample/*.txt") + glob.glob("../shared/seeds/*.txt"))
    # One sample is there to be unreadable.
    papers = [paper for paper in papers if "tep-hong" not in paper]
    low = False
    with tempfile.TemporaryDirectory() as folder:
        profile = os.path.join(folder, "profile")
        odt = os.path.join(folder, "odt")
        office(profile, "odt", [page(paper, folder) for paper in papers], odt, "--infilter=HTML (StarWriter)")
        written = sorted(glob.glob(os.path.join(odt, "*.odt")))
        expected = references(papers)
        for name, target in [("odt", None), *FORMATS]:
            place = os.path.join(folder, name)
            if target:
                office(profile, target, written, place)
            found = references(sorted(glob.glob(os.path.join(place, "*." + name))))
            both = either = 0
            for paper, wanted in expected.items():
                got = found.get(paper, collections.Counter())
                both += sum((wanted & got).values())
                either += sum((wanted | got).values())
                for reference in (wanted - got).elements():
                    print(f"  {name} {paper}: missed {reference}")
                for reference in (got - wanted).elements():
                    print(f"  {name} {paper}: more {reference}")
            share = both / either if either else 0.0
            low |= share < FLOOR
            print(f"{name}: {both} of {either} references the same ({100 * share:.2f} %), {len(found)} of {len(expected)} papers")
    if low:
        sys.exit(f"below the floor of {100 * FLOOR} %")


if __name__ == "__main__":
    main()
