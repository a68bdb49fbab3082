#!/usr/bin/env bash
# stand-ins.sh LOCAL POSTGRESQL DIRECTORY: makes the four base images that our files name, where no registry of images can be reached.
# LOCAL is the build directory of dev/local, POSTGRESQL an archive of its binaries; DIRECTORY is worked in. Exits 3 without Debian's packages.
set -euo pipefail
local="$1" postgresql="$2" work="$3"
here="$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd -P)"

debian() {
    local root="$work/debian"
    rm -rf "$root"
    debootstrap --variant=minbase --include=openjdk-21-jre-headless,curl,postgresql-client trixie "$root" || exit 3
    tar -C "$root" --exclude='./var/cache/apt/*' --exclude='./var/lib/apt/lists/*' --exclude='./usr/share/doc/*' \
        --exclude='./usr/share/locale/*' -c . | docker import - passerelle-debian
    rm -rf "$root"
}

docker image inspect passerelle-debian >/dev/null 2>&1 || debian
rm -rf "$work/images"
cp -r "$here" "$work/images"
cp "$postgresql" "$work/images/postgresql/postgresql.txz"
mkdir "$work/images/kafka/libs"
cp "$local"/servers/kafka/*.jar "$local"/lib/*.jar "$work/images/kafka/libs/"
cp "$local/classes/kafka/log4j2.yaml" "$work/images/kafka/"
cp -r "$local/servers/registry" "$work/images/registre/registry"
chmod +x "$work"/images/kafka/run "$work"/images/*/*.sh
docker build -q -t eclipse-temurin:21-jre "$work/images/jre"
docker build -q -t postgres:18 "$work/images/postgresql"
docker build -q -t apache/kafka:4.2.2 "$work/images/kafka"
docker build -q -t apicurio/apicurio-registry:3.3.3 "$work/images/registre"
rm -rf "$work/images"
