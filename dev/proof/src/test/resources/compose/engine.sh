#!/usr/bin/env bash
# engine.sh DIRECTORY: a Docker engine whose network, mounts and processes are its own, and end with it. It listens on DIRECTORY/engine.sock.
set -euo pipefail

rm -rf "$1/exec" "$1/engine.pid" "$1/engine.sock"
exec setpriv --pdeathsig KILL unshare --net --mount --pid --fork --kill-child --mount-proc --propagation private bash -c '
    ip link set lo up
    exec dockerd --data-root "$1/data" --exec-root "$1/exec" --pidfile "$1/engine.pid" --host "unix://$1/engine.sock" \
        --iptables=false --ip6tables=false --ip-forward=false --exec-opt native.cgroupdriver=cgroupfs
' engine "$1"
