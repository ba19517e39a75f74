"""The clock of this process: libfaketime reads it from a file."""
import datetime
import os


def stand_at(seconds):
    """Lets this process (and what it starts) see a clock that stands at this moment."""
    moment = datetime.datetime(1970, 1, 1) + datetime.timedelta(seconds=seconds)
    with open(os.environ["FAKETIME_TIMESTAMP_FILE"], "w") as file:
        file.write(moment.strftime("%Y-%m-%d %H:%M:%S\n"))
