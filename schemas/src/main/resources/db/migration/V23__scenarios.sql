-- A scenario says what could be funded under credits that are voted, or where étapes would best stand: planned first,
-- then computed exactly as planned, adopted or discarded by people. It is no input of a score, of a proposal or of a
-- replay, and decides nothing.

-- One row a scenario, kept when it is discarded. Written by batch (scenario).
create table passerelle.scenario (
    scenario_no    bigint      primary key,
    scenario_id    text        not null unique,
    kind           text        not null,
    state          text        not null,
    base_run_no    bigint      not null references passerelle.run,
    manifest       jsonb       not null,
    manifest_hash  text        not null,
    credits        text,
    reason         text        not null,
    account        text        not null,
    planned_at     timestamptz not null default now(),
    computed_at    timestamptz,
    ended_at       timestamptz
);
comment on table passerelle.scenario is
    'Scénarios : ce que des crédits permettraient, ou la meilleure implantation des étapes ; jamais une décision';
comment on column passerelle.scenario.scenario_no is 'Numéro, à partir de 1, sans trou';
comment on column passerelle.scenario.scenario_id is 'Identifiant lisible, S-000001';
comment on column passerelle.scenario.kind is 'ENVELOPPE ou IMPLANTATION';
comment on column passerelle.scenario.state is
    'PLANNED, COMPUTED, ADOPTED (le dernier adopté vaut, les autres ont été remplacés), DISCARDED';
comment on column passerelle.scenario.base_run_no is 'Exécution publiée d''où il part';
comment on column passerelle.scenario.manifest is
    'Ce que le plan a figé : exécution, empreintes de ses résultats, du barème et des crédits, mois, valeur, scénario '
    'alors adopté, étapes demandées';
comment on column passerelle.scenario.manifest_hash is 'SHA-256 du manifeste';
comment on column passerelle.scenario.credits is
    'Crédits tels qu''ils ont été lus (CSV, cellules typées) ; vide pour une implantation';
comment on column passerelle.scenario.reason is 'Pourquoi ; jamais une personne';
comment on column passerelle.scenario.account is 'Compte opaque de qui l''a préparé';
comment on column passerelle.scenario.planned_at is 'Quand il a été préparé';
comment on column passerelle.scenario.computed_at is 'Quand il a été calculé ; vide avant';
comment on column passerelle.scenario.ended_at is 'Quand il a été adopté (la première fois) ou écarté ; vide avant';

-- Only ever appended to, by batch (scenario), in the transaction that takes the step.
create table passerelle.scenario_step (
    step_no        bigint      generated always as identity primary key,
    scenario_no    bigint      not null references passerelle.scenario,
    step           text        not null,
    account        text        not null,
    reason         text        not null,
    manifest_hash  text        not null,
    done_at        timestamptz not null default now()
);
comment on table passerelle.scenario_step is
    'Chaque geste sur un scénario : qui (compte opaque), quand, pourquoi, sur quel manifeste';
comment on column passerelle.scenario_step.step_no is 'Rang du geste';
comment on column passerelle.scenario_step.scenario_no is 'Scénario';
comment on column passerelle.scenario_step.step is 'PLAN, RUN, ADOPT, DISCARD';
comment on column passerelle.scenario_step.account is 'Compte opaque de qui l''a fait';
comment on column passerelle.scenario_step.reason is 'Pourquoi ; jamais une personne';
comment on column passerelle.scenario_step.manifest_hash is 'Manifeste sur lequel il porte';
comment on column passerelle.scenario_step.done_at is 'Quand';

-- What the topic passerelle.scenarios carries, in its order: only ever appended to, by batch (scenario), in the
-- transaction that computes or adopts.
create table passerelle.scenario_record (
    seq                 bigint      primary key,
    event_id            uuid        not null unique,
    scenario_no         bigint      not null references passerelle.scenario,
    type                text        not null,
    payload             bytea       not null,
    schema_fingerprint  bigint      not null,
    recorded_at         timestamptz not null default now()
);
comment on table passerelle.scenario_record is
    'Enregistrements des scénarios, dans l''ordre du topic passerelle.scenarios, qui se refait d''ici';
comment on column passerelle.scenario_record.seq is 'Rang, à partir de 1, sans trou';
comment on column passerelle.scenario_record.event_id is 'UUIDv5 du scénario, du rang et du contenu';
comment on column passerelle.scenario_record.scenario_no is 'Scénario';
comment on column passerelle.scenario_record.type is 'ScenarioComputed ou ScenarioAdopted';
comment on column passerelle.scenario_record.payload is 'Octets Avro, sans en-tête';
comment on column passerelle.scenario_record.schema_fingerprint is 'Empreinte CRC-64-AVRO du schéma de payload';
comment on column passerelle.scenario_record.recorded_at is 'Quand il a été inscrit';

create index scenario_record_of_scenario on passerelle.scenario_record (scenario_no, type, seq desc);
create index scenario_step_of_scenario on passerelle.scenario_step (scenario_no, step_no);

create trigger scenario_stands before update on passerelle.scenario for each row
when ((new.scenario_no, new.scenario_id, new.kind, new.base_run_no, new.manifest, new.manifest_hash, new.credits,
            new.reason, new.account, new.planned_at)
        is distinct from (old.scenario_no, old.scenario_id, old.kind, old.base_run_no, old.manifest, old.manifest_hash,
            old.credits, old.reason, old.account, old.planned_at))
execute function passerelle.refuse_rewriting();
