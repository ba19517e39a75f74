"""One call by one client, as its users make it.

Usage: call.py CALL URL [ARGUMENT]

ARGUMENT is Python source of a keyword argument for the call that makes the client object, `ca_certs="..."`.
Failures end with the client's own traceback; the log of shotgun_api3 goes to standard error as well.
"""

import logging
import socket
import sys
import urllib.request

import httplib2
import requests
import shotgun_api3


def shotgun(url, keywords):
    shotgun_api3.Shotgun.BACKOFF = 0  # No waiting between attempts.
    logging.basicConfig()
    logging.getLogger("shotgun_api3").setLevel(logging.DEBUG)
    return shotgun_api3.Shotgun(
        url, script_name="mock", api_key="mock", connect=False, **keywords
    )


def query(url, keywords):
    assert shotgun(url, keywords).info()["version"]


def upload(url, keywords):
    api = shotgun(url, keywords)
    assert api.upload("Version", 1, __file__, field_name="sg_uploaded_movie") == 72


def urlopen(url, _):
    with urllib.request.urlopen(url) as response:
        assert response.read() == b"reached\n"


def by_requests(url, _):
    assert requests.get(url, timeout=10).text == "reached\n"


def by_httplib2(url, keywords):
    _, body = httplib2.Http(**keywords).request(url)
    assert body == b"reached\n"


CALLS = {
    "query": query,
    "upload": upload,
    "urllib": urlopen,
    "requests": by_requests,
    "httplib2": by_httplib2,
}

socket.setdefaulttimeout(20)  # No call waits for ever.
_, name, address, *arguments = sys.argv
CALLS[name](address, eval(f"dict({''.join(arguments)}\n)"))
print("passed")
