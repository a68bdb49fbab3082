#!/usr/bin/env bash
# Runs once, when the volume is empty: one role for each database, which owns it and nothing else, one for each program, and one for the analysts. What these may
# do is granted by the owner, passerelle, each time that "register" migrates the database.
set -euo pipefail

# What writes outside of any table, so that no grant holds it: large objects, which are in each backup, and messages to the
# write-ahead log. Databases are copied from this template.
psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname template1 <<'SQL'
do $$
declare
    function regprocedure;
begin
    for function in
        select oid from pg_proc
        where pronamespace = 'pg_catalog'::regnamespace and proname ~ '^(lo_.*|lowrite|loread|pg_logical_emit_message)$'
    loop
        execute format('revoke execute on function %s from public', function);
    end loop;
end
$$;
SQL

owner() {
    psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --set=role="$1" --set=password="$2" <<'SQL'
create role :"role" login password :'password';
create database :"role" owner :"role";
revoke connect, temporary on database :"role" from public;
SQL
}

program() {
    psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --set=role="$1" --set=password="$2" <<'SQL'
create role :"role" login password :'password';
grant connect on database passerelle to :"role";
SQL
}

owner passerelle "$PASSERELLE_PASSWORD"
owner registre "$REGISTRE_PASSWORD"
program passerelle_batch "$BATCH_PASSWORD"
program passerelle_events "$EVENTS_PASSWORD"
program passerelle_console "$CONSOLE_PASSWORD"
program passerelle_analyst "$ANALYST_PASSWORD"
# Nobody enters without TLS.
sed -i 's/^host /hostssl /' "$PGDATA/pg_hba.conf"
# Where everybody may enter, everybody may write large objects.
psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --command 'revoke connect, temporary on database postgres, template1 from public'
# Chunks stage their changes in a temporary table.
psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --command 'grant temporary on database passerelle to passerelle_batch'
# A query by hand may neither write nor hold the others up for long, nor take all connections or the disk. What a role may
# set, it may set otherwise: the owner, who may what it may, ends what lasts (passerelle.end_analysts).
psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --command 'grant passerelle_analyst to passerelle'
psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --command "alter role passerelle_analyst set temp_file_limit = '1GB'"
psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --command 'alter role passerelle_analyst connection limit 20'
psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --command 'alter role passerelle_analyst set default_transaction_read_only = on'
psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --command "alter role passerelle_analyst set statement_timeout = '5min'"
# The container is healthy from here on: a first initialisation that stopped before this line is none.
touch "$PGDATA/roles-made"
