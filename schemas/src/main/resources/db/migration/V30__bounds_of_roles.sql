-- What a role may set, it may set otherwise: "set statement_timeout = 0", or a transaction that stays open. So that analysts
-- hold nobody up, the owner ends their sessions of which a transaction lasts; the console, which stays, asks it to. The owner
-- may, where the administrator granted it the analysts' role.
create function passerelle.end_analysts(longest interval) returns bigint
language sql volatile security definer set search_path = pg_catalog as $$
    select count(*) filter (where pg_terminate_backend(pid))
    from pg_catalog.pg_stat_activity
    where usename = 'passerelle_analyst' and datname = current_database() and xact_start < now() - longest
        and pg_has_role(usesysid, 'usage')
$$;
comment on function passerelle.end_analysts is
    'Met fin aux sessions des analystes dont une transaction dure plus longtemps ; dit combien';
revoke all on function passerelle.end_analysts from public;

-- Who records a decision does it alone; to lock a table asks for the right to change all of it, which batch has not.
create function passerelle.lock_decisions() returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
    lock table passerelle.decision in share row exclusive mode;
end
$$;
comment on function passerelle.lock_decisions is 'Réserve les décisions à qui en inscrit une, jusqu''à la fin de sa transaction';
revoke all on function passerelle.lock_decisions from public;
