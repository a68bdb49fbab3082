-- A replay computes again, apart from the live results, what a slice of the journal gives under a barème: planned
-- first, then run exactly as planned. Its results stand in the read model under its own namespace.

-- One row a replay, kept when it is discarded. Written by batch (replay); events marks one failed that it cannot run.
create table passerelle.replay (
    replay_no      bigint      primary key,
    replay_id      text        not null unique,
    namespace      text        not null unique,
    state          text        not null,
    bareme_id      text        not null,
    bareme_hash    text        not null,
    bareme_text    text        not null,
    as_of          text        not null,
    base_run_no    bigint      not null references passerelle.run,
    scope          jsonb       not null,
    manifest       jsonb       not null,
    manifest_hash  text        not null,
    reason         text        not null,
    account        text        not null,
    result_hash    text,
    failure        text,
    planned_at     timestamptz not null default now(),
    ended_at       timestamptz
);
comment on table passerelle.replay is 'Rejeux : une tranche du journal, recalculée à part sous un barème';
comment on column passerelle.replay.replay_no is 'Numéro, à partir de 1, sans trou';
comment on column passerelle.replay.replay_id is 'Identifiant lisible, R-000001';
comment on column passerelle.replay.namespace is
    'Espace de noms de ses topics et de ses résultats : passerelle.replay.r-000001';
comment on column passerelle.replay.state is
    'PLANNED, RUNNING (events le traite), FAILED (à reprendre ou à écarter), COMPLETED, DISCARDED';
comment on column passerelle.replay.as_of is 'Mois de la situation, AAAA-MM';
comment on column passerelle.replay.base_run_no is
    'Exécution jusqu''à laquelle il rejoue, et à laquelle il se compare';
comment on column passerelle.replay.scope is
    'Portée : {"epcis": [SIREN…], "rooms": [salle…]} ; deux listes vides : toute la région';
comment on column passerelle.replay.manifest is
    'Ce que le plan a figé : rang de fin du journal, enregistrements par partition, empreinte de la tranche';
comment on column passerelle.replay.manifest_hash is 'SHA-256 du manifeste, du barème, du mois et de la portée';
comment on column passerelle.replay.reason is 'Pourquoi ; jamais une personne';
comment on column passerelle.replay.account is 'Compte opaque de qui l''a préparé';
comment on column passerelle.replay.result_hash is
    'Empreinte de ses résultats, comme celle d''une exécution ; vide tant qu''il n''est pas fini';

-- Only ever appended to, by batch (replay), in the transaction that takes the step.
create table passerelle.replay_step (
    step_no        bigint      generated always as identity primary key,
    replay_no      bigint      not null references passerelle.replay,
    step           text        not null,
    account        text        not null,
    reason         text        not null,
    manifest_hash  text        not null,
    run_no         bigint      references passerelle.run,
    done_at        timestamptz not null default now()
);
comment on table passerelle.replay_step is
    'Chaque geste sur un rejeu : qui (compte opaque), quand, pourquoi, sur quel manifeste';
comment on column passerelle.replay_step.step is 'PLAN, RUN, PUT_IN_FORCE, ROLLBACK, DISCARD';
comment on column passerelle.replay_step.run_no is 'Exécution réelle que le geste a ouverte ; vide sinon';
