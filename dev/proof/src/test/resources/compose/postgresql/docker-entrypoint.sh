#!/usr/bin/env bash
# What the entrypoint of postgres:18 does, as far as docker-compose.yml asks: first initialisation, its scripts, then the server.
set -Eeo pipefail

export POSTGRES_USER="${POSTGRES_USER:-postgres}"

initialise() {
    : "${POSTGRES_PASSWORD:?Database is uninitialized and superuser password is not specified.}"
    eval 'initdb --username="$POSTGRES_USER" --pwfile=<(printf "%s\n" "$POSTGRES_PASSWORD") '"$POSTGRES_INITDB_ARGS"
    printf '\nhost all all all scram-sha-256\n' >> "$PGDATA/pg_hba.conf"
    pg_ctl -D "$PGDATA" -o "-c listen_addresses='' -p 5432" -w start
    local script
    for script in /docker-entrypoint-initdb.d/*; do
        case "$script" in
            *.sh) if [[ -x $script ]]; then "$script"; else . "$script"; fi ;;
            *.sql) psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --no-password --dbname postgres -f "$script" ;;
        esac
    done
    pg_ctl -D "$PGDATA" -m fast -w stop
}

if [[ $1 = postgres && $EUID -eq 0 ]]; then
    install -d -m 700 "$PGDATA"
    chown -R postgres "$PGDATA"
    exec setpriv --reuid=postgres --regid=postgres --clear-groups "${BASH_SOURCE[0]}" "$@"
fi
if [[ $1 = postgres && ! -s $PGDATA/PG_VERSION ]]; then
    initialise
fi
exec "$@"
