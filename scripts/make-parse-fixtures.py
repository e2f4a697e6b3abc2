"""Writes spaCy's parses of the sample reports as test fixtures.

usage: make-parse-fixtures.py MODEL TEXT… > Tests/Fixtures/Parses/en_core_web_sm.jsonl

Run it with the Python that scripts/spacy-venv.sh prints, after the samples or the model have changed.
"""

import json
import pathlib
import sys

import spacy

nlp = spacy.load(sys.argv[1])
for path in map(pathlib.Path, sys.argv[2:]):
    parse = nlp(path.read_text()).to_json()
    parse["file"] = path.name
    print(json.dumps(parse, ensure_ascii=False, sort_keys=True, separators=(",", ":")))
