-- The audit is filled by nobody, forged by nobody, and shows how old what was erased was.

-- The same reading again within the hour adds no line: found without reading the year.
create index audit_of_account on passerelle.audit (account_id, action, done_at);

-- An erasure leaves the last line that is more than a year old, so that the age of what went is held by the chain: its
-- moment is in its hash. The anchor names the line before that one, and its hash.
create or replace function passerelle.erase_audit(before timestamptz) returns bigint
language plpgsql security definer set search_path = pg_catalog as $$
declare
    kept   passerelle.audit;
    last   passerelle.audit;
    erased bigint;
begin
    if before > now() - interval '1 year' then
        raise exception 'The audit keeps a year' using errcode = 'check_violation';
    end if;
    delete from passerelle.audit_refusal where hour < before;
    perform from passerelle.audit_head for update;
    select * into kept from passerelle.audit where done_at < before order by audit_no desc limit 1;
    select * into last from passerelle.audit where audit_no = kept.audit_no - 1;
    if not found then
        return 0;
    end if;
    insert into passerelle.audit (account_id, action, subject, outcome)
    values ('commande', 'AUDIT_ERASED', last.audit_no || ':' || encode(last.hash, 'hex'), 'DONE');
    delete from passerelle.audit where audit_no <= last.audit_no;
    get diagnostics erased = row_count;
    return erased;
end
$$;
comment on function passerelle.erase_audit is
    'Efface du registre des gestes ce qui a plus d''un an et précède ce moment, sauf la dernière de ces lignes, qui dit son '
    'âge ; une ligne AUDIT_ERASED dit jusqu''où';

-- An anchor that somebody else wrote would make the chain look broken for ever. Not the owner's rights, but those of who
-- inserts: of the function above, its owner. The catalogue is named whole: temporary tables, which batch may make, come first.
create function passerelle.refuse_forged_anchor() returns trigger language plpgsql as $$
begin
    if current_user <> (select pg_get_userbyid(relowner) from pg_catalog.pg_class where oid = 'passerelle.audit'::regclass) then
        raise exception 'Only an erasure says that it erased' using errcode = 'insufficient_privilege';
    end if;
    return new;
end
$$;
create trigger anchors_are_ours before insert on passerelle.audit for each row
when (new.action = 'AUDIT_ERASED') execute function passerelle.refuse_forged_anchor();
