"""Connects to a server once for each CA file and prints what the ssl module says of its certificate.

usage: probe.py PORT HOST CAFILE...

An empty name stands for a client that trusts nobody. One line for each file: the verify code (0: trusted) and the message.
"""

import socket
import ssl
import sys


def probe(port, host, cafile):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    # What ssl.create_default_context sets since Python 3.13.
    if sys.version_info >= (3, 13):
        context.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN | ssl.VERIFY_X509_STRICT
    if cafile:
        context.load_verify_locations(cafile)
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
            with context.wrap_socket(connection, server_hostname=host):
                return "0 trusted"
    except ssl.SSLCertVerificationError as error:
        return "%d %s" % (error.verify_code, error.verify_message)


for name in sys.argv[3:]:
    print(probe(int(sys.argv[1]), sys.argv[2], name))
