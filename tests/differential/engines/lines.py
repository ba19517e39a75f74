"""Scenarios in, answers out: one JSON object per line."""
import base64
import json
import sys


def scenarios(lines=sys.stdin):
    """Every scenario; certificates are PEM, `time` is seconds since 1970."""
    for line in lines:
        if line.strip():
            yield json.loads(line)


def certificates(pem):
    """The DER of each PEM block, in order."""
    blocks = pem.split("-----BEGIN CERTIFICATE-----")[1:]
    return [base64.b64decode(block.split("-----END")[0]) for block in blocks]


def is_address(host):
    """Whether the client asks for an IP address."""
    return ":" in host or host.replace(".", "").isdigit()


def answer(scenario, accept, code="", text="", depth=None):
    """Writes the answer to one scenario. `code` is the engine's own, empty where it accepts."""
    said = {"scenario": scenario["scenario"], "accept": accept, "code": str(code), "text": text, "depth": depth}
    sys.stdout.write(json.dumps(said) + "\n")
    sys.stdout.flush()
