#!/usr/bin/env bash
# engine.sh DIRECTORY: a Docker engine whose network, mounts and processes are its own, and end with it. It listens on DIRECTORY/engine.sock.
set -euo pipefail

# All its containers together would weigh as much as one other process of the machine.
if [[ -d /sys/fs/cgroup/cpu ]]; then
    mkdir -p /sys/fs/cgroup/cpu/docker
    echo 8192 >/sys/fs/cgroup/cpu/docker/cpu.shares
fi
rm -rf "$1/exec" "$1/engine.pid" "$1/engine.sock"
exec setpriv --pdeathsig KILL unshare --net --mount --pid --fork --kill-child --mount-proc --propagation private bash -c '
    ip link set lo up
    exec dockerd --data-root "$1/data" --exec-root "$1/exec" --pidfile "$1/engine.pid" --host "unix://$1/engine.sock" \
        --iptables=false --ip6tables=false --ip-forward=false --exec-opt native.cgroupdriver=cgroupfs
' engine "$1"
