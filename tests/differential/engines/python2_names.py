"""The comparison of names in CPython 2.7's own ssl module; the interpreter must be one."""
import os
import ssl
import tempfile


def mismatch(scenario):
    """What ssl.match_hostname complains about, if it does."""
    handle, path = tempfile.mkstemp()
    os.write(handle, scenario["chain"].encode())
    os.close(handle)
    try:
        certificate = ssl._ssl._test_decode_cert(path)
        ssl.match_hostname(certificate, scenario["host"])
        return None
    except ssl.CertificateError as error:
        return str(error)
    finally:
        os.unlink(path)
