"""Counts the lines of a file, or empties it. The contract by hand: one JSON object in, one out, the ids echoed."""

import json
import sys

message = json.load(sys.stdin)
params = message["payload"]["input_parameters"]
dry_run = message["payload"].get("context", {}).get("dry_run", False)


def answer(payload, error, status):
    json.dump(
        {
            "message_metadata": message["message_metadata"],
            "payload": payload,
            "observability": message["observability"],
            "error": error,
        },
        sys.stdout,
    )
    sys.exit(status)


try:
    with open(params["path"], encoding="utf-8") as file:
        lines = sum(1 for _ in file)
    if params["empty"] and not dry_run:
        open(params["path"], "w", encoding="utf-8").close()
except OSError as problem:
    answer(None, {"code": 4, "message": f"the file cannot be read: {problem}"}, 4)
answer({"result": "success", "output_data": {"lines": lines}}, None, 0)
