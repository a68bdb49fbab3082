-- State, journal and read model are one schema, beside the job repository in one database: they commit together.
-- The role that migrates owns everything. Each table says which program writes it, and the package that does;
-- afterMigrate__grants.sql gives each program's role its rights.
create schema passerelle;
comment on schema passerelle is 'État, journal et modèle de lecture de Passerelle';

-- Each execution on the live log: a night, or a barème put in force or taken back. Written by batch (run), read by
-- batch and the console. Never deleted: journal, results, rejects and decisions know a run by its number.
create table passerelle.run (
    run_no         bigint      primary key,
    run_id         text        not null unique,
    namespace      text        not null,
    kind           text        not null,
    state          text        not null,
    identity       text        not null,
    as_of          text,
    bareme_id      text        not null,
    bareme_hash    text        not null,
    bareme_text    text        not null,
    parameters     jsonb       not null,
    counts         jsonb,
    demonstration  boolean     not null default false,
    expected_hash  text,
    result_hash    text,
    failure        text,
    opened_at      timestamptz not null default now(),
    ended_at       timestamptz
);
-- One run at a time: a second one is refused until the first is published or given up.
create unique index run_one_open on passerelle.run ((true)) where state in ('OPEN', 'FAILED');
comment on table passerelle.run is 'Une exécution : ouverte et fermée sur le journal';
comment on column passerelle.run.run_no is 'Numéro, à partir de 1, sans trou';
comment on column passerelle.run.run_id is 'Identifiant lisible, N-000001';
comment on column passerelle.run.namespace is 'Espace de noms des topics (passerelle, ou celui d''un rejeu)';
comment on column passerelle.run.kind is 'NIGHTLY, REPLAY, PUT_IN_FORCE';
comment on column passerelle.run.state is
    'OPEN (en cours), FAILED (arrêtée, à reprendre ou abandonner), PUBLISHED, ABANDONED';
comment on column passerelle.run.identity is
    'SHA-256 de ce dont le résultat dépend (DESIGN 6) : deux exécutions de même identité donnent le même résultat';
comment on column passerelle.run.as_of is 'Mois de la situation, AAAA-MM ; vide tant qu''il n''est pas connu';
comment on column passerelle.run.parameters is 'Fichiers et options, pour la reprise';
comment on column passerelle.run.counts is
    'Lignes lues, acceptées, inchangées, rejetées, de contrôle, par fichier';
comment on column passerelle.run.demonstration is
    'Vrai quand une salle de démonstration (DEMO-) y figure : données reconstituées';
comment on column passerelle.run.expected_hash is
    'Empreinte qu''elle doit donner pour être publiée ; vide : aucune n''est attendue';
comment on column passerelle.run.failure is 'Pourquoi elle s''est arrêtée, en français';

-- The files that a run was given. Two sheets of one workbook are two sources of one file: a source is known by its
-- name, unique in a run. Written by batch (run) when the run opens, never changed.
create table passerelle.source_file (
    run_no  bigint not null references passerelle.run,
    role    text   not null,  -- SourceRole: ROOMS, ATTENDANCE…
    sha256  text   not null,  -- of the whole file, the same for each of its sheets
    name    text   not null,  -- without its folder, which may hold the name of a person
    rows    bigint not null,
    primary key (run_no, role, name)
);
comment on table passerelle.source_file is 'Fichiers lus par une exécution';

-- The run whose results hold, one row a namespace. Written by batch (run) in the transaction that publishes a run;
-- whoever shows results asks for this number first, and then for what holds as of it.
create table passerelle.current_run (
    namespace  text   primary key,
    run_no     bigint not null references passerelle.run
);
comment on table passerelle.current_run is
    'L''exécution courante de chaque espace : une ligne, déplacée quand le rapprochement a réussi';

-- Who writes runs. A process that was frozen or cut off keeps connections that work: the lock of runs alone would not
-- stop it. Whoever takes the lock raises the epoch, and each writing transaction of a run holds this row in share
-- mode at the epoch that it knows. Written by batch (run).
create table passerelle.fence (
    namespace  text        primary key,
    epoch      bigint      not null,
    owner      text        not null,
    taken_at   timestamptz not null default now()
);
comment on table passerelle.fence is 'Barrière des exécutions : seul le processus de la dernière époque écrit';
comment on column passerelle.fence.namespace is 'Espace de noms des topics (passerelle, ou celui d''un rejeu)';
comment on column passerelle.fence.epoch is
    'Relevée chaque fois qu''un processus prend le verrou des exécutions ; à partir de 1';
comment on column passerelle.fence.owner is
    'Nom des sessions de ce processus (application_name) : passerelle-batch-<numéro>-<naissance>';
