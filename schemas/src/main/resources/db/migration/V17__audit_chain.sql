-- Each line of the audit holds the hash of itself and of the line before, and lines are numbered without a hole: what is
-- changed or taken away later shows, whoever did it. The head knows the last line, so that its end cannot be cut off
-- unseen. Whoever appends holds the head until the end of their transaction, which is why nothing long appends.
alter table passerelle.audit drop constraint audit_pkey;
alter table passerelle.audit alter column audit_no drop identity;
alter table passerelle.audit add column hash bytea;

create function passerelle.audit_hash(before bytea, line passerelle.audit) returns bytea
language sql stable set search_path = pg_catalog as $$
    select sha256(before || convert_to(jsonb_build_array(line.audit_no, line.account_id, line.action, line.subject,
        line.motive, line.outcome, extract(epoch from line.done_at))::text, 'UTF8'))
$$;
comment on function passerelle.audit_hash is
    'Empreinte d''une ligne du registre des gestes : SHA-256 de celle d''avant et de ce que dit la ligne';

create table passerelle.audit_head (
    one       boolean  primary key default true check (one),
    audit_no  bigint   not null,
    hash      bytea    not null
);
comment on table passerelle.audit_head is 'Numéro et empreinte de la dernière ligne du registre des gestes';

do $$
declare
    line passerelle.audit;
    n    bigint := 0;
    last bytea := '';
begin
    for line in select * from passerelle.audit order by audit_no loop
        n := n + 1;
        update passerelle.audit set audit_no = n where audit_no = line.audit_no;
        line.audit_no := n;
        last := passerelle.audit_hash(last, line);
        update passerelle.audit set hash = last where audit_no = n;
    end loop;
    insert into passerelle.audit_head (audit_no, hash) values (n, last);
end
$$;
alter table passerelle.audit alter column hash set not null;
alter table passerelle.audit add primary key (audit_no);
comment on column passerelle.audit.audit_no is 'Rang, sans trou';
comment on column passerelle.audit.hash is 'Empreinte de la ligne et de celle d''avant (audit_hash)';

-- Whoever appends chooses neither rank, nor moment, nor hash.
create function passerelle.chain_audit() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare
    head passerelle.audit_head;
begin
    select * into strict head from passerelle.audit_head for update;
    new.audit_no := head.audit_no + 1;
    new.done_at := clock_timestamp();
    new.hash := passerelle.audit_hash(head.hash, new);
    update passerelle.audit_head set audit_no = new.audit_no, hash = new.hash;
    return new;
end
$$;
create trigger chain_audit before insert on passerelle.audit for each row execute function passerelle.chain_audit();

-- What is older than a year may go, and only that. A line at the end of the chain, the anchor, says up to which line and
-- what its hash was: there the chain begins from then on.
create function passerelle.erase_audit(before timestamptz) returns bigint
language plpgsql security definer set search_path = pg_catalog as $$
declare
    last   passerelle.audit;
    erased bigint;
begin
    if before > now() - interval '1 year' then
        raise exception 'The audit keeps a year' using errcode = 'check_violation';
    end if;
    delete from passerelle.audit_refusal where hour < before;
    perform from passerelle.audit_head for update;
    select * into last from passerelle.audit where done_at < before order by audit_no desc limit 1;
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
    'Efface du registre des gestes ce qui a plus d''un an et précède ce moment ; une ligne AUDIT_ERASED dit jusqu''où';

-- Who is nobody here, or tries too often, would fill the audit: such refusals are counted.
create table passerelle.audit_refusal (
    hour      timestamptz  primary key,
    refusals  bigint       not null
);
comment on table passerelle.audit_refusal is
    'Entrées refusées à qui n''a pas de compte, ou après trop d''essais : combien, par heure';

revoke all on function passerelle.erase_audit, passerelle.chain_audit from public;
