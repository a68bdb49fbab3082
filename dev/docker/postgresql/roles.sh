#!/usr/bin/env bash
# Runs once, when the volume is empty: one role for each database, which owns it and nothing else.
set -euo pipefail

role() {
    psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --set=role="$1" --set=password="$2" <<'SQL'
create role :"role" login password :'password';
create database :"role" owner :"role";
revoke connect, temporary on database :"role" from public;
SQL
}

role passerelle "$PASSERELLE_PASSWORD"
role registre "$REGISTRE_PASSWORD"
