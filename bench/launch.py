"""Runs a program, and says what it cost: `launch.py <file for what it prints> <program> <arguments>`.

A process of its own, as small as can be: Linux takes the memory of the process that starts a program for the least
that the program held.
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
