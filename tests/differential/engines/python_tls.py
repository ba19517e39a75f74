"""CPython's ssl module with a default context, in memory: the interpreter that runs this is the engine."""
import os
import ssl
import sys
import tempfile

import clock
from lines import answer, scenarios


def server(scenario):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.set_ciphers("ALL:@SECLEVEL=0")
    folder = tempfile.mkdtemp()
    paths = [os.path.join(folder, name) for name in ("chain", "key")]
    for path, content in zip(paths, (scenario["chain"], scenario["key"] or "")):
        with open(path, "w") as file:
            file.write(content)
    try:
        context.load_cert_chain(*paths)
    finally:
        for path in paths:
            os.unlink(path)
        os.rmdir(folder)
    return context


def client(scenario):
    # The empty directory keeps the default store out.
    context = ssl.create_default_context(capath="/nonexistent")
    if scenario["bundle"]:
        context.load_verify_locations(cadata=scenario["bundle"])
    return context


def handshake(ours, theirs):
    finished = set()
    for _ in range(20):
        for side in (ours, theirs):
            try:
                side.do_handshake()
                finished.add(side)
            except ssl.SSLWantReadError:
                pass
        if len(finished) == 2:
            return


def ask(scenario):
    clock.stand_at(scenario["time"])
    up, down = ssl.MemoryBIO(), ssl.MemoryBIO()
    try:
        theirs = server(scenario).wrap_bio(up, down, server_side=True)
    except ssl.SSLError:
        return
    try:
        ours = client(scenario).wrap_bio(down, up, server_hostname=scenario["host"])
        handshake(ours, theirs)
        answer(scenario, True)
    except (ssl.SSLError, ssl.CertificateError, ValueError, OSError) as error:
        # Python 3.6 has no number to give.
        code = getattr(error, "verify_code", type(error).__name__)
        answer(scenario, False, code, getattr(error, "verify_message", str(error)))


if __name__ == "__main__":
    for scenario in scenarios():
        ask(scenario)
