"""Presents the chain of each scenario on a port of its own, until standard input ends. Argument: the scenarios.

Writes the scenarios again, each with its `port`; 0 where OpenSSL cannot present the chain. Then an empty line.
"""
import json
import os
import socket
import ssl
import sys
import tempfile
import threading

from lines import scenarios


def context(scenario):
    # Level 0: a server may be as weak as it likes.
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    made.set_ciphers("ALL:@SECLEVEL=0")
    folder = tempfile.mkdtemp()
    paths = [os.path.join(folder, name) for name in ("chain", "key")]
    try:
        for path, content in zip(paths, (scenario["chain"], scenario["key"] or "")):
            with open(path, "w") as file:
                file.write(content)
        made.load_cert_chain(*paths)
        return made
    except ssl.SSLError:
        return None
    finally:
        for path in paths:
            if os.path.exists(path):
                os.unlink(path)
        os.rmdir(folder)


def meet(connection, made):
    try:
        connection.settimeout(10)
        with made.wrap_socket(connection, server_side=True) as session:
            if session.recv(4096):
                session.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nOK")
    except (OSError, ValueError):
        pass  # A client that refuses the chain breaks off.


def listen(listener, made):
    while True:
        connection, _ = listener.accept()
        threading.Thread(target=meet, args=(connection, made), daemon=True).start()


def port(made):
    if made is None:
        return 0
    listener = socket.create_server(("127.0.0.1", 0))
    threading.Thread(target=listen, args=(listener, made), daemon=True).start()
    return listener.getsockname()[1]


if __name__ == "__main__":
    threading.stack_size(256 * 1024)
    for scenario in scenarios(open(sys.argv[1])):
        scenario["port"] = port(context(scenario))
        print(json.dumps(scenario))
    print(flush=True)
    sys.stdin.read()
