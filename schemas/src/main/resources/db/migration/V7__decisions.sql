-- What people decided, which outlives every proposal: notifications and answers about an EPCI or a room. Recorded by
-- batch (decision) when somebody decides, and never taken back; the next run carries it to the log, and notes here
-- that it did.
create table passerelle.decision (
    decision_no   bigint  generated always as identity primary key,
    subject       text    not null,  -- of the log: room:… or epci:…
    epci          text    not null,  -- that answers for it
    payload       bytea   not null,
    doc           jsonb,
    journalled    boolean not null default false,
    run_no        bigint  references passerelle.run,
    carried_from  bigint  references passerelle.decision,
    -- An EPCI that merges or splits leaves its decisions to another: one copy a decision and a new EPCI, however
    -- often the job runs.
    constraint decision_carried_once unique (carried_from, epci)
);
comment on table passerelle.decision is
    'Décisions saisies : DecisionRecorded, octets Avro ; portées au journal par l''exécution suivante';
comment on column passerelle.decision.doc is
    'La même en JSON, pour les requêtes : écrite par l''exécution qui la porte au journal';
comment on column passerelle.decision.run_no is
    'Exécution qui l''a portée au journal ; vide pour une décision qui attend';
comment on column passerelle.decision.carried_from is
    'Décision dont celle-ci est la copie, portée à l''EPCI qui a succédé au sien ; vide pour une décision saisie';

-- Decisions are shown as soon as they are recorded. What a night that is not published inherits from an EPCI that is
-- no more is its own until then.
create function passerelle.decisions_as_of(asked_run bigint)
returns table (decision_no bigint, subject text, epci text, payload bytea, carried boolean) language sql stable as $$
    select d.decision_no, d.subject, d.epci, d.payload, coalesce(d.run_no <= asked_run, false)
    from passerelle.decision d
    where d.carried_from is null or d.run_no <= asked_run
$$;
comment on function passerelle.decisions_as_of is
    'Les décisions saisies, et celles dont une exécution jusqu''à celle-ci a hérité ; « carried » : ce qui vaut à '
    'cette exécution en tient compte';
