#!/usr/bin/env python3
"""Runs a command, then ends what it leaves behind and waits for it, so that a caller's `time` counts all of it.

ansible-tree.py COMMAND...: ControlPersist's masters are daemons that nobody would wait for. Here they become children of
this process.
"""
import ctypes
import os
import signal
import subprocess
import sys

PR_SET_CHILD_SUBREAPER = 36
if ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) != 0:
    sys.exit("no process may adopt orphans here")
status = subprocess.run(sys.argv[1:], check=False).returncode
with open(f"/proc/self/task/{os.getpid()}/children", encoding="ascii") as children:
    left = [int(pid) for pid in children.read().split()]
for pid in left:
    os.kill(pid, signal.SIGKILL)
for pid in left:
    os.waitpid(pid, 0)
sys.exit(status)
