-- What was decided is never rewritten, by whatever role: the run that carries a decision to the log says so once, and
-- tells it as JSON once.
create function passerelle.refuse_rewriting() returns trigger language plpgsql as $$
begin
    raise exception 'passerelle.% keeps what was recorded', tg_table_name using errcode = 'insufficient_privilege';
end
$$;

create trigger decision_stands before update on passerelle.decision for each row
when ((new.decision_no, new.subject, new.epci, new.payload, new.schema_fingerprint, new.carried_from)
        is distinct from (old.decision_no, old.subject, old.epci, old.payload, old.schema_fingerprint, old.carried_from)
    or old.journalled and (new.journalled, new.run_no) is distinct from (old.journalled, old.run_no)
    or old.doc is not null and new.doc is distinct from old.doc)
execute function passerelle.refuse_rewriting();

create trigger replay_stands before update on passerelle.replay for each row
when ((new.replay_no, new.replay_id, new.namespace, new.bareme_id, new.bareme_hash, new.bareme_text, new.as_of,
            new.base_run_no, new.scope, new.manifest, new.manifest_hash, new.reason, new.account, new.planned_at)
        is distinct from (old.replay_no, old.replay_id, old.namespace, old.bareme_id, old.bareme_hash, old.bareme_text,
            old.as_of, old.base_run_no, old.scope, old.manifest, old.manifest_hash, old.reason, old.account,
            old.planned_at))
execute function passerelle.refuse_rewriting();
