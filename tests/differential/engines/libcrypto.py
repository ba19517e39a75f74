"""Any libcrypto from 1.0.1 to 4, asked as libssl asks it. Arguments: the library, security level, flags by name."""
import ctypes
import glob
import os
import sys

from lines import answer, certificates, is_address, scenarios

FLAGS = {"strict": 0x20, "trusted-first": 0x8000, "partial": 0x80000}
# Not flags of the path: CPython 3 sets the first for names, CPython 2.7 compares names itself.
NO_PARTIAL_WILDCARDS, NAMES_OF_PYTHON_2 = "no-partial-wildcards", "names-of-python-2"
SSL_SERVER = b"ssl_server"

P, I, L = ctypes.c_void_p, ctypes.c_int, ctypes.c_long


class Library:
    """The few functions that are needed, under the names of this version."""

    def __init__(self, path):
        for bundled in sorted(glob.glob(os.path.join(os.path.dirname(path), "libz-*"))):
            ctypes.CDLL(bundled, mode=ctypes.RTLD_GLOBAL)
        self.library = ctypes.CDLL(path)
        if self.has("OPENSSL_add_all_algorithms_noconf"):
            self.call("OPENSSL_add_all_algorithms_noconf", None)

    def has(self, name):
        return hasattr(self.library, name)

    def call(self, name, result, *arguments):
        function = getattr(self.library, name)
        function.restype = result
        function.argtypes = [type(argument) for argument in arguments]
        return function(*arguments)

    def certificate(self, der):
        """The certificate, or None where this version cannot read it."""
        octets = ctypes.create_string_buffer(der, len(der))
        start = ctypes.c_void_p(ctypes.addressof(octets))
        return self.call("d2i_X509", P, P(None), ctypes.pointer(start), L(len(der)))

    def stack(self, members):
        prefix = "OPENSSL_" if self.has("OPENSSL_sk_new_null") else ""
        stack = P(self.call(prefix + "sk_new_null", P))
        for member in members:
            self.call(prefix + "sk_push", I, stack, P(member))
        return stack


class Client:
    """A TLS client on this library: its security level and its flags."""

    def __init__(self, path, level, flags):
        self.library = Library(path)
        self.level = level
        self.flags = flags

    def store(self, pem):
        store = P(self.library.call("X509_STORE_new", P))
        for der in certificates(pem):
            certificate = self.library.certificate(der)
            if certificate:
                # Older versions call a repetition an error.
                self.library.call("X509_STORE_add_cert", I, store, P(certificate))
        return store

    def parameters(self, context, scenario):
        call = self.library.call
        call("X509_STORE_CTX_set_default", I, context, ctypes.c_char_p(SSL_SERVER))
        parameters = P(call("X509_STORE_CTX_get0_param", P, context))
        flags = sum(FLAGS.get(flag, 0) for flag in self.flags)
        call("X509_VERIFY_PARAM_set_flags", I, parameters, ctypes.c_ulong(flags))
        call("X509_VERIFY_PARAM_set_time", None, parameters, L(scenario["time"]))
        if self.library.has("X509_VERIFY_PARAM_set_auth_level"):
            call("X509_VERIFY_PARAM_set_auth_level", None, parameters, I(self.level))
        self.host(parameters, scenario["host"])

    def host(self, parameters, host):
        # Before 1.0.2 the application had to compare names.
        if NAMES_OF_PYTHON_2 in self.flags or not self.library.has("X509_VERIFY_PARAM_set1_host"):
            return
        name = ctypes.c_char_p(host.encode())
        if NO_PARTIAL_WILDCARDS in self.flags:
            self.library.call("X509_VERIFY_PARAM_set_hostflags", None, parameters, ctypes.c_uint(0x4))
        if is_address(host):
            taken = self.library.call("X509_VERIFY_PARAM_set1_ip_asc", I, parameters, name)
        else:
            taken = self.library.call("X509_VERIFY_PARAM_set1_host", I, parameters, name, ctypes.c_size_t(0))
        # Without this, a name that the library refuses would not be checked at all.
        if taken != 1:
            raise ValueError(host)

    def ask(self, scenario):
        call = self.library.call
        sent = [self.library.certificate(der) for der in certificates(scenario["chain"])]
        if None in sent:
            answer(scenario, False, "unreadable", "a certificate cannot be read")
            return
        context = P(call("X509_STORE_CTX_new", P))
        # libssl hands over the whole list, the target included.
        call("X509_STORE_CTX_init", I, context, self.store(scenario["bundle"]), P(sent[0]), self.library.stack(sent))
        try:
            self.parameters(context, scenario)
        except ValueError:
            answer(scenario, False, "host", "the library does not take this hostname")
            return
        if call("X509_verify_cert", I, context) == 1:
            self.names(scenario)
            return
        code = call("X509_STORE_CTX_get_error", I, context)
        depth = call("X509_STORE_CTX_get_error_depth", I, context)
        text = call("X509_verify_cert_error_string", ctypes.c_char_p, L(code))
        answer(scenario, False, code, text.decode(), depth)

    def names(self, scenario):
        """What is left to the application where libcrypto accepts."""
        if NAMES_OF_PYTHON_2 not in self.flags:
            answer(scenario, True)
            return
        import python2_names

        why = python2_names.mismatch(scenario)
        answer(scenario, why is None, "CertificateError" if why else "", why or "")


if __name__ == "__main__":
    client = Client(sys.argv[1], int(sys.argv[2]), sys.argv[3:])
    for scenario in scenarios():
        client.ask(scenario)
