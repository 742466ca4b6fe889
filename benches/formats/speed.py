#!/usr/bin/env python3
"""Time to read files of each format, beside the programs that people use for it, in one run.

    python3 benches/formats/speed.py FOLDER…         needs target/release/luocdo (or LUOCDO)

Each program is started once a file, as a clerk or a script would, and writes to /dev/null; luocdo also once for all files, as
it is meant to be. Processor time of the best of five rounds, rounds of all programs taken in turn; a program that is not
installed has no line. LibreOffice is started once for all files of a format.
"""
import glob
import os
import resource
import subprocess
import sys
import tempfile

LUOCDO = os.environ.get("LUOCDO", "target/release/luocdo")
PEERS = {
    "docx": [("docx2txt", lambda f: ["docx2txt", f, "-"])],
    "doc": [("antiword", lambda f: ["antiword", "-m", "UTF-8.txt", f]), ("catdoc", lambda f: ["catdoc", "-d", "utf-8", f])],
    "pdf": [("pdftotext", lambda f: ["pdftotext", "-enc", "UTF-8", f, "-"]), ("pdftotext -layout", lambda f: ["pdftotext", "-layout", "-enc", "UTF-8", f, "-"])],
    "rtf": [("unrtf", lambda f: ["unrtf", "--text", f])],
    "odt": [("odt2txt", lambda f: ["odt2txt", f])],
    "html": [("html2text", lambda f: ["html2text", "-utf8", f]), ("w3m", lambda f: ["w3m", "-dump", f])],
}
ROUNDS = 3


def seconds(commands):
    """Processor time of these commands, one after another; None if the first cannot be started."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    for command in commands:
        try:
            subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        except FileNotFoundError:
            return None
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main(folders):
    for extension, peers in PEERS.items():
        files = sorted(path for folder in folders for path in glob.glob(os.path.join(folder, "**", "*." + extension), recursive=True))
        if not files:
            continue
        with tempfile.TemporaryDirectory() as scratch:
            runs = {"luocdo, once a file": [[LUOCDO, "text", f] for f in files],
                    "luocdo, all at once": [[LUOCDO, "extract", "-q", "--jobs", "1", "-o", os.devnull, *files]]}
            runs.update({name: [make(f) for f in files] for name, make in peers})
            runs["LibreOffice"] = [["soffice", "--headless", "--convert-to", "txt:Text", "--outdir", scratch, *files]]
            best = {}
            for round_ in range(ROUNDS):
                for name, commands in runs.items():
                    if name == "LibreOffice" and (round_ or extension == "pdf"):
                        continue
                    taken = seconds(commands)
                    if taken is not None:
                        best[name] = min(best.get(name, taken), taken)
        size = sum(map(os.path.getsize, files))
        print(f"\n.{extension}: {len(files)} files, {size / 1e6:.2f} MB")
        own = best["luocdo, all at once"]
        for name, taken in sorted(best.items(), key=lambda item: item[1]):
            print(f"  {name:<22}{taken:8.3f} s{taken / own:9.2f} times luocdo for all")


if __name__ == "__main__":
    main(sys.argv[1:])
