"""Runs a program and reports its cost: `launch.py <file for its output> <program> <arguments>`.

A separate minimal process, because on Linux the peak memory of a program is at least that of the process that started
it.
"""

import os
import sys

said, *command = sys.argv[1:]
if not (child := os.fork()):
    output = os.open(said, os.O_WRONLY)
    os.dup2(output, 1)
    os.dup2(output, 2)
    os.execv(command[0], command)
_, status, used = os.wait4(child, 0)
print(os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime, used.ru_maxrss)
