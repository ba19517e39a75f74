"""The program curl, over the loopback interface. Argument: curl. Standard input: what serve.py wrote."""
import os
import subprocess
import sys
import tempfile

import clock
from lines import answer, scenarios


def ask(curl, bundle, scenario):
    clock.stand_at(scenario["time"])
    with open(bundle, "w") as file:
        file.write(scenario["bundle"])
    host, port = scenario["host"], scenario["port"]
    name = "[%s]" % host if ":" in host else host
    command = [curl, "-q", "-sS", "--noproxy", "*", "--cacert", bundle, "--max-time", "10"]
    command += ["--connect-to", "::127.0.0.1:%d" % port, "https://%s/" % name]
    said = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, universal_newlines=True)
    answer(scenario, said.returncode == 0, said.returncode or "", said.stderr.strip())


if __name__ == "__main__":
    handle, bundle = tempfile.mkstemp()
    os.close(handle)
    for scenario in scenarios():
        if scenario["port"]:
            ask(sys.argv[1], bundle, scenario)
    os.unlink(bundle)
