-- ━━ The job repository ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━

-- Where Spring Batch keeps what it started and how far each step came, so that a run that was cut goes on from there.
-- The tables are its own, as its 6.0.6 script has them; nobody but Spring Batch, in batch, writes to them. Batch and
-- the console read from them when a step began and ended.
create schema batch;
comment on schema batch is 'Dépôt de travaux de Spring Batch';

set local search_path to batch;

CREATE TABLE BATCH_JOB_INSTANCE (
	JOB_INSTANCE_ID BIGINT  NOT NULL PRIMARY KEY,
	VERSION BIGINT,
	JOB_NAME VARCHAR(100) NOT NULL,
	JOB_KEY VARCHAR(32) NOT NULL,
	constraint JOB_INST_UN unique (JOB_NAME, JOB_KEY)
) ;

CREATE TABLE BATCH_JOB_EXECUTION (
	JOB_EXECUTION_ID BIGINT  NOT NULL PRIMARY KEY,
	VERSION BIGINT,
	JOB_INSTANCE_ID BIGINT NOT NULL,
	CREATE_TIME TIMESTAMP NOT NULL,
	START_TIME TIMESTAMP DEFAULT NULL,
	END_TIME TIMESTAMP DEFAULT NULL,
	STATUS VARCHAR(10),
	EXIT_CODE VARCHAR(2500),
	EXIT_MESSAGE VARCHAR(2500),
	LAST_UPDATED TIMESTAMP,
	constraint JOB_INST_EXEC_FK foreign key (JOB_INSTANCE_ID)
	references BATCH_JOB_INSTANCE(JOB_INSTANCE_ID)
) ;

CREATE TABLE BATCH_JOB_EXECUTION_PARAMS (
	JOB_EXECUTION_ID BIGINT NOT NULL,
	PARAMETER_NAME VARCHAR(100) NOT NULL,
	PARAMETER_TYPE VARCHAR(100) NOT NULL,
	PARAMETER_VALUE VARCHAR(2500),
	IDENTIFYING CHAR(1) NOT NULL,
	constraint JOB_EXEC_PARAMS_FK foreign key (JOB_EXECUTION_ID)
	references BATCH_JOB_EXECUTION(JOB_EXECUTION_ID)
) ;

CREATE TABLE BATCH_STEP_EXECUTION (
	STEP_EXECUTION_ID BIGINT  NOT NULL PRIMARY KEY,
	VERSION BIGINT NOT NULL,
	STEP_NAME VARCHAR(100) NOT NULL,
	JOB_EXECUTION_ID BIGINT NOT NULL,
	CREATE_TIME TIMESTAMP NOT NULL,
	START_TIME TIMESTAMP DEFAULT NULL,
	END_TIME TIMESTAMP DEFAULT NULL,
	STATUS VARCHAR(10),
	COMMIT_COUNT BIGINT,
	READ_COUNT BIGINT,
	FILTER_COUNT BIGINT,
	WRITE_COUNT BIGINT,
	READ_SKIP_COUNT BIGINT,
	WRITE_SKIP_COUNT BIGINT,
	PROCESS_SKIP_COUNT BIGINT,
	ROLLBACK_COUNT BIGINT,
	EXIT_CODE VARCHAR(2500),
	EXIT_MESSAGE VARCHAR(2500),
	LAST_UPDATED TIMESTAMP,
	constraint JOB_EXEC_STEP_FK foreign key (JOB_EXECUTION_ID)
	references BATCH_JOB_EXECUTION(JOB_EXECUTION_ID)
) ;

CREATE TABLE BATCH_STEP_EXECUTION_CONTEXT (
	STEP_EXECUTION_ID BIGINT NOT NULL PRIMARY KEY,
	SHORT_CONTEXT VARCHAR(2500) NOT NULL,
	SERIALIZED_CONTEXT TEXT,
	constraint STEP_EXEC_CTX_FK foreign key (STEP_EXECUTION_ID)
	references BATCH_STEP_EXECUTION(STEP_EXECUTION_ID)
) ;

CREATE TABLE BATCH_JOB_EXECUTION_CONTEXT (
	JOB_EXECUTION_ID BIGINT NOT NULL PRIMARY KEY,
	SHORT_CONTEXT VARCHAR(2500) NOT NULL,
	SERIALIZED_CONTEXT TEXT,
	constraint JOB_EXEC_CTX_FK foreign key (JOB_EXECUTION_ID)
	references BATCH_JOB_EXECUTION(JOB_EXECUTION_ID)
) ;

CREATE SEQUENCE BATCH_STEP_EXECUTION_SEQ MAXVALUE 9223372036854775807 NO CYCLE;
CREATE SEQUENCE BATCH_JOB_EXECUTION_SEQ MAXVALUE 9223372036854775807 NO CYCLE;
CREATE SEQUENCE BATCH_JOB_INSTANCE_SEQ MAXVALUE 9223372036854775807 NO CYCLE;
set local search_path to public;

-- ━━ Runs ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━

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
    lines   jsonb,           -- empty before they are counted
    primary key (run_no, role, name)
);
comment on table passerelle.source_file is 'Fichiers lus par une exécution';
comment on column passerelle.source_file.lines is
    'Ce que sont ses lignes, qui font leur somme : en-tête, table, vides, refusées… ; vide avant qu''on les compte';

-- The run whose results hold, one row a namespace. Written by batch (run) in the transaction that publishes a run;
-- whoever shows results asks for this number first, and then for what holds as of it.
create table passerelle.current_run (
    namespace  text   primary key,
    run_no     bigint not null references passerelle.run
);
comment on table passerelle.current_run is
    'L''exécution courante de chaque espace : une ligne, déplacée quand le rapprochement a réussi';

-- Who writes runs. The run of a namespace is its session's who raised the epoch last, as long as PostgreSQL has that session: it goes
-- with its process, and when it is cut. A process that was frozen or cut off keeps connections that work: each writing transaction of a
-- run holds this row in share mode at the epoch that it knows. A lock in a row is one that only who may write can take: anybody who may
-- connect may take an advisory lock. A process id comes again, also for a session of another role; role and name tell the two apart.
-- Written by batch (run).
create table passerelle.fence (
    namespace  text        primary key,
    epoch      bigint      not null,
    owner      text        not null,
    taken_at   timestamptz not null default now(),
    session    int,
    role       text
);
comment on table passerelle.fence is
    'Verrou et barrière des exécutions : la session de la dernière époque les mène tant qu''elle vit, et seul son '
    'processus écrit';
comment on column passerelle.fence.namespace is 'Espace de noms des topics (passerelle, ou celui d''un rejeu)';
comment on column passerelle.fence.epoch is 'Relevée chaque fois qu''un processus prend le verrou ; à partir de 1';
comment on column passerelle.fence.owner is
    'Nom des sessions de ce processus (application_name) : passerelle-batch-<numéro>-<naissance>';
comment on column passerelle.fence.session is
    'Session qui tient le verrou tant qu''elle vit : numéro de son processus dans PostgreSQL';
comment on column passerelle.fence.role is 'Son rôle';

-- Read by batch and the console.
create view passerelle.lock_holder as
select f.namespace, a.pid, a.application_name as name, host(a.client_addr) as address, a.backend_start as since,
    (select max(coalesce(o.state_change, o.backend_start)) from pg_stat_activity o
     where o.datname = current_database() and o.application_name = f.owner and o.usename = f.role) as last_activity
from passerelle.fence f
join pg_stat_activity a on a.datname = current_database() and a.pid = f.session and a.usename = f.role
    and a.application_name = f.owner;
comment on view passerelle.lock_holder is
    'La session qui tient le verrou des exécutions d''un espace de noms ; aucune ligne : il est libre';

-- ━━ Rejects ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━

-- What a run did not take as it was: rows that it refused, cells that it repaired. A row is found by run, table,
-- source, line and rank; none of these tables ever holds a person.

-- The rows that were refused, kept for good. Written by batch (reject) in the transaction of the rows around
-- them; read by batch and the console, which list and export them.
create table passerelle.reject (
    run_no       bigint not null references passerelle.run,
    table_name   text   not null,
    file_name    text   not null,
    sha256       text   not null,  -- of the file
    line         bigint not null,
    ordinal      int    not null,
    column_name  text,             -- empty where the row as a whole is refused
    reason       text   not null,  -- a code, such as DOUBLON
    message      text   not null,  -- in French, for whoever corrects the row
    cells        jsonb  not null,  -- by the names of the table's columns
    lines        int    not null default 1,
    primary key (run_no, table_name, file_name, line, ordinal)
);
comment on table passerelle.reject is 'Lignes refusées : où, pourquoi, et leurs cellules ; jamais une personne';
comment on column passerelle.reject.table_name is
    'Table visée : salles, frequentation, intercommunalites, sites, territoires';
comment on column passerelle.reject.file_name is
    'Nom de la source, unique dans l''exécution ; jamais un nom de personne';
comment on column passerelle.reject.line is
    'Ligne du fichier, ou de la feuille, à partir de 1 ; 0 pour ce que le fichier dit sans ligne';
comment on column passerelle.reject.ordinal is
    'Rang, à partir de 0, parmi les lignes de table que donne une ligne du fichier';
comment on column passerelle.reject.lines is
    'Nombre de lignes du fichier, à partir de « line », que ce rejet couvre ; 0 pour ce que le fichier dit sans ligne';

-- The cells that were repaired on the way in, of rows that were taken; one row a repair, as a cell may need two.
-- Written by batch (reject), and deleted again where another line makes the row refused.
create table passerelle.correction (
    run_no       bigint not null references passerelle.run,
    table_name   text   not null,
    file_name    text   not null,
    sha256       text   not null,
    line         bigint not null,
    ordinal      int    not null,
    place        int    not null,
    column_name  text   not null,
    code         text   not null,
    before       text   not null,
    after        text   not null,
    primary key (run_no, table_name, file_name, line, ordinal, place)
);
comment on table passerelle.correction is 'Cellules corrigées en route, avant et après ; jamais une personne';
comment on column passerelle.correction.table_name is
    'Table visée : salles, frequentation, intercommunalites, sites, territoires';
comment on column passerelle.correction.place is 'Rang, à partir de 0, parmi les corrections de la ligne';

-- Which rejects came back corrected and were taken: they are listed no more, unless the register that they belong to
-- is withdrawn. Written by batch (attendance).
create table passerelle.reject_resubmission (
    run_no      bigint not null,
    table_name  text   not null,
    file_name   text   not null,
    line        bigint not null,
    ordinal     int    not null,
    sha256      text   not null,
    by_run_no   bigint not null references passerelle.run,
    primary key (run_no, table_name, file_name, line, ordinal),
    foreign key (run_no, table_name, file_name, line, ordinal) references passerelle.reject
);
create index reject_resubmission_by_row on passerelle.reject_resubmission (table_name, sha256, line, ordinal);
create index reject_resubmission_by_run on passerelle.reject_resubmission (by_run_no);
comment on table passerelle.reject_resubmission is 'Rejets repris : la ligne corrigée est entrée';
comment on column passerelle.reject_resubmission.by_run_no is 'Exécution qui a inscrit ce que dit la ligne corrigée';

-- A corrected row that is refused again is a reject of the file of corrections, which says nothing of the register
-- that it came from: this does. Written by batch (attendance).
create table passerelle.reject_origin (
    run_no            bigint not null,
    table_name        text   not null,
    file_name         text   not null,
    line              bigint not null,
    ordinal           int    not null,
    register_run_no   bigint not null references passerelle.run,
    register_name     text   not null,
    register_line     bigint not null,  -- the row's own place in that register
    register_ordinal  int    not null,
    primary key (run_no, table_name, file_name, line, ordinal),
    foreign key (run_no, table_name, file_name, line, ordinal) references passerelle.reject
);
comment on table passerelle.reject_origin is
    'Rejets de lignes corrigées : l''exécution et le nom du registre d''où chacune est venue';

-- ━━ The journal ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━

-- The log, before Kafka: what a run says is appended here with the state that it describes, and relayed to the topics
-- from here. Everything downstream is a function of it.

-- One row a record of the log. Written by batch (journal), which may only append: nobody but the owner of the schema
-- may change, delete or truncate what it holds. Read by batch; the console reads views and functions over it.
create table passerelle.journal (
    seq                 bigint      primary key,
    event_id            uuid        not null,
    epci                text        not null,  -- SIREN, or SANS-EPCI
    partition           smallint    not null,
    subject             text        not null,  -- what it is about, such as room:… or month:ROOM:YYYY-MM
    subject_seq         bigint      not null,  -- rank among the records of its subject, without a hole
    type                text        not null,
    payload             bytea       not null,  -- bare Avro, without the header that it has on a topic
    schema_fingerprint  bigint      not null,
    run_no              bigint      not null,
    recorded_at         timestamptz not null default now()
);
create index journal_by_run on passerelle.journal (run_no, partition);
-- Exports read what the log said of rooms, sites, EPCIs and decisions up to a run: few records among all others.
create index journal_of_subjects on passerelle.journal (type, seq)
    where type in ('EpciDescribed', 'RoomInventoried', 'RoomWithdrawn', 'SiteDescribed', 'SiteWithdrawn',
                   'DecisionRecorded', 'NeedsReported');
comment on table passerelle.journal is
    'Journal des transitions, en ajout seul : l''ordre de seq est celui des validations';
comment on column passerelle.journal.event_id is 'UUIDv5 de (sujet, rang, octets)';
comment on column passerelle.journal.partition is 'Partition du topic : hachage de l''EPCI';
comment on column passerelle.journal.type is 'Nom court de l''enregistrement Avro';
comment on column passerelle.journal.schema_fingerprint is 'Empreinte CRC-64-AVRO du schéma';

-- Its row is locked by whoever appends, to the end of the transaction: the order of seq is that of the commits. Locked
-- and never changed, by batch (journal).
create table passerelle.journal_end (
    one  boolean primary key check (one)
);
insert into passerelle.journal_end values (true);
comment on table passerelle.journal_end is
    'Une ligne, verrouillée par la transaction qui ajoute au journal jusqu''à sa validation';

-- How many records each subject has in the journal, from which the next takes its rank. Written by batch (journal).
create table passerelle.subject (
    subject      text   collate "C" primary key,
    subject_seq  bigint not null
);
comment on table passerelle.subject is 'Dernier rang de chaque sujet du journal, sans trou';

-- How many data records the journal held when a run closed: the next run counts what came since, not all of it again.
-- A run that closes when there is no total before it counts from the beginning. Written by batch (run).
create table passerelle.journal_total (
    run_no     bigint   not null references passerelle.run,
    partition  smallint not null,
    records    bigint   not null,
    up_to      bigint   not null,
    primary key (run_no, partition)
);
comment on table passerelle.journal_total is
    'Données du journal, par partition, à la clôture de chaque exécution : ce que RunClosed annonce';
comment on column passerelle.journal_total.records is
    'Enregistrements de données (ni RunOpened, ni RunClosed, ni RunAbandoned, ni RunPublished) depuis le début';
comment on column passerelle.journal_total.up_to is 'Rang (seq) du dernier enregistrement compté';

-- ── The registry of schemas, as it answered ─────────────────────────────────────────────────────
-- Written by batch (journal) when it registers, never by a producer on the way.

-- Each schema with the id that the registry gave it; all three programs read it. An id that means another schema
-- there (a registry that was lost, or another one) would make the log unreadable: batch and events refuse to work.
create table passerelle.registered_schema (
    id           int    primary key,
    fingerprint  bigint not null unique,  -- CRC-64-AVRO, as in the journal
    name         text   not null,         -- full name of the record
    schema       text   not null          -- JSON, with which old bytes are decoded
);
comment on table passerelle.registered_schema is
    'Schémas enregistrés : l''identifiant que le registre leur a donné, vérifié à chaque démarrage';

-- Each subject of the registry (a topic and a record) with the schema that it has. Read by events.
create table passerelle.registered_subject (
    subject      text   primary key,
    id           int    not null references passerelle.registered_schema
);
comment on table passerelle.registered_subject is 'Sujets du registre et leur schéma courant';

-- ── Dead letters ────────────────────────────────────────────────────────────────────────────────
-- What somebody has already looked at among the records that nobody could read. The records themselves stay on their
-- topic, dead-letters. Written by batch (deadletter); forgotten where the topics are made again.
create table passerelle.dead_letter_handled (
    namespace         text        not null,
    partition         int         not null,
    "offset"          bigint      not null,
    source_topic      text        not null,
    source_partition  int         not null,
    source_offset     bigint      not null,
    outcome           text        not null,
    handled_at        timestamptz not null default now(),
    primary key (namespace, partition, "offset")
);
comment on table passerelle.dead_letter_handled is
    'Enregistrements illisibles (topic dead-letters) dont quelqu''un s''est occupé ; jamais leur contenu';
comment on column passerelle.dead_letter_handled.partition is 'Partition du topic dead-letters';
comment on column passerelle.dead_letter_handled.source_topic is 'Topic où il a été lu';
comment on column passerelle.dead_letter_handled.outcome is
    'SENT (renvoyé à son topic), FOREIGN (étranger, rien de nous n''est perdu)';

-- ━━ Places ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━

-- Rooms, sites and EPCIs, twice: the working state of the nights, and what holds as of a run.

-- ── Working state ───────────────────────────────────────────────────────────────────────────────
-- A run compares its files with these tables, and changes them long before it publishes: a run that is on its way,
-- failed or abandoned has already written here. So they are batch's own, and the console may not read them.

-- Bare Avro is read with the schema that wrote it, so each payload has that schema's fingerprint beside it, as in the journal: a record
-- may get or lose a field since.

-- Written by batch (territory).
create table passerelle.epci (
    epci                text    primary key,  -- SIREN
    payload             bytea   not null,
    schema_fingerprint  bigint  not null
);
comment on table passerelle.epci is
    'Intercommunalités, état de travail des exécutions (EpciDescribed, octets Avro) ; '
    'ce qui est montré se lit dans places_as_of';
comment on column passerelle.epci.schema_fingerprint is 'Empreinte CRC-64-AVRO du schéma de payload';

-- Written by batch (room).
create table passerelle.room (
    room_id             text    primary key,
    epci                text    not null,  -- of its commune; SANS-EPCI for none
    payload             bytea   not null,
    schema_fingerprint  bigint  not null
);
comment on table passerelle.room is
    'Salles, état de travail des exécutions (RoomInventoried, octets Avro) ; '
    'ce qui est montré se lit dans places_as_of';
comment on column passerelle.room.schema_fingerprint is 'Empreinte CRC-64-AVRO du schéma de payload';

-- Other places that could be the seat of a tiers lieu. Written by batch (room).
create table passerelle.site (
    site_id             text    collate "C" primary key,
    epci                text    not null,
    payload             bytea   not null,
    schema_fingerprint  bigint  not null
);
comment on table passerelle.site is
    'Autres sites, état de travail des exécutions (SiteDescribed, octets Avro) ; '
    'ce qui est montré se lit dans places_as_of';
comment on column passerelle.site.schema_fingerprint is 'Empreinte CRC-64-AVRO du schéma de payload';

-- What was asked for in the diagnostics of the EPCIs. Written by batch (territory).
create table passerelle.needs (
    epci                text    primary key,  -- SIREN
    payload             bytea   not null,
    schema_fingerprint  bigint  not null
);
comment on table passerelle.needs is
    'Besoins exprimés, état de travail des exécutions (NeedsReported, octets Avro) ; '
    'ce qui est montré se lit dans places_as_of';
comment on column passerelle.needs.schema_fingerprint is 'Empreinte CRC-64-AVRO du schéma de payload';

-- Access to services, commune by commune: the whole of it is written anew by batch (territory) from each file, and
-- reaches the log inside the description of the EPCI.
create table passerelle.territoire (
    insee          text primary key,
    access_deficit boolean,
    fiche_action   text
);
comment on table passerelle.territoire is
    'Ce que dit le fichier territoires, par commune d''aujourd''hui ; vide : personne ne l''a dit';

-- ── What holds as of a run ──────────────────────────────────────────────────────────────────────
-- Published means one run, for everything. The journal keeps every version of a place with the run that wrote it;
-- what people are shown is read from there, as of the run that is published. Nothing is stored twice, and nothing has
-- to be copied when a run closes.
-- A partial index serves only who asks for no more than it has.
create index journal_of_places on passerelle.journal
    (split_part(subject, ':', 1), substr(subject, strpos(subject, ':') + 1), seq desc)
    where type in ('EpciDescribed', 'RoomInventoried', 'RoomWithdrawn', 'SiteDescribed', 'SiteWithdrawn',
                   'NeedsReported');

create view passerelle.place_version as
select split_part(subject, ':', 1) as kind, substr(subject, strpos(subject, ':') + 1) as id, seq, run_no, epci,
    type in ('RoomWithdrawn', 'SiteWithdrawn') as gone, payload, schema_fingerprint
from passerelle.journal
where type in ('EpciDescribed', 'RoomInventoried', 'RoomWithdrawn', 'SiteDescribed', 'SiteWithdrawn', 'NeedsReported');
comment on view passerelle.place_version is
    'Versions successives des salles, des sites, des intercommunalités et de leurs besoins exprimés, telles que le '
    'journal les a dites';
comment on column passerelle.place_version.kind is 'Ce dont il s''agit, comme le dit le sujet : epci, room, site, needs';
comment on column passerelle.place_version.id is 'SIREN, salle ou site';
comment on column passerelle.place_version.seq is
    'Rang dans le journal : la version qui vaut à une exécution est la dernière qu''elle ou une exécution d''avant '
    'a dite';
comment on column passerelle.place_version.gone is
    'Vrai quand le lieu quitte l''intercommunalité ; s''il arrive dans une autre, la version suivante le dit';
comment on column passerelle.place_version.payload is 'Octets Avro';
comment on column passerelle.place_version.schema_fingerprint is
    'Empreinte CRC-64-AVRO du schéma de ces octets (registered_schema)';

create function passerelle.places_as_of(asked_kind text, asked_run bigint)
returns table (id text, epci text, payload bytea, schema_fingerprint bigint) language sql stable as $$
    select latest.id, latest.epci, latest.payload, latest.schema_fingerprint
    from (
        select distinct on (v.id) v.id, v.epci, v.gone, v.payload, v.schema_fingerprint
        from passerelle.place_version v
        where v.kind = asked_kind and v.run_no <= asked_run
        order by v.id, v.seq desc) as latest
    where not latest.gone
$$;
comment on function passerelle.places_as_of is
    'Les salles (room), les sites (site), les intercommunalités (epci) ou leurs besoins exprimés (needs) tels qu''ils '
    'valent à une exécution ; à 0, aucun';

-- ━━ Attendance ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━

-- What registers say of attendance, by months of rooms, and what holds as of a run. Of each month what every
-- remaining import says is kept once, as it said it; what holds is a pure function of that, told to the journal. All
-- tables here are written by batch (attendance) alone, most of them in the transaction that folds a room.

-- A month is a number wherever it is an int: 12 × year + month - 1.
create function passerelle.month_text(month int) returns text language sql immutable as $$
    select to_char(make_date(month / 12, month % 12 + 1, 1), 'YYYY-MM')
$$;
comment on function passerelle.month_text is 'AAAA-MM d''un mois compté depuis l''an 0 : 12 × année + mois - 1';

-- ── Who says something ──────────────────────────────────────────────────────────────────────────

-- Each file of attendance that was ever imported, by what it holds: the same bytes under two names are one file. The
-- console reads it too, to name the files that a score rests on.
create table passerelle.file (
    file_no  int  generated always as identity primary key,
    sha256   text not null unique,
    name     text not null  -- of the source that first brought it
);
comment on table passerelle.file is 'Fichiers de fréquentation connus';

-- One source taken in by one run. Two sheets of one workbook are two sources of one file, and two imports. The order
-- of the numbers is the order in which imports were made: of two that speak of a line, the later holds.
create table passerelle.file_import (
    import_no        int     generated always as identity primary key,
    file_no          int     not null references passerelle.file,
    run_no           bigint  not null references passerelle.run,
    name             text    not null,
    adds             boolean not null default false,
    register         text    collate "C" not null default '',
    continues        boolean not null default false,
    numbered         boolean,
    withdrawn_by     bigint  references passerelle.run,
    withdrawal_done  boolean not null default false,
    unique (file_no, run_no, name)
);
comment on table passerelle.file_import is
    'Imports des registres, dans leur ordre : de deux valeurs d''une clé, celle du dernier import qui reste vaut';
comment on column passerelle.file_import.name is
    'Nom de la source dans l''exécution ; jamais un nom de personne';
comment on column passerelle.file_import.adds is
    'Vrai quand son mapping dit d''additionner les lignes d''une même période';
comment on column passerelle.file_import.register is
    'Registre où ses lignes sont numérotées ; vide pour celui de la région';
comment on column passerelle.file_import.continues is
    'Vrai quand il continue ce registre : ses lignes y prennent la place de celles qui avaient une autre identité';
comment on column passerelle.file_import.numbered is
    'Vrai quand la plupart de ses lignes ont un identifiant ; vide tant qu''elles ne sont pas toutes lues';
comment on column passerelle.file_import.withdrawn_by is 'Exécution qui le retire ; vide tant qu''il vaut';
comment on column passerelle.file_import.withdrawal_done is
    'Vrai quand plus rien de ce qu''il a dit ne reste dans l''état';

-- ── What is said ────────────────────────────────────────────────────────────────────────────────

-- A number for each room, by which the tables below know it; a room keeps its number when it leaves the inventory.
create table passerelle.room_number (
    room_no  int   generated always as identity primary key,
    room_id  text  collate "C" not null unique
);
comment on table passerelle.room_number is 'Numéro de chaque salle, pour toujours';

-- Numbers of months are taken a thousand at a time, so that those of one run follow each other: what a file repeats
-- is then a few ranges.
create sequence passerelle.attendance_month_no as int increment by 1000;
comment on sequence passerelle.attendance_month_no is
    'Premier numéro d''une tranche de mille ; un numéro ne sert qu''une fois';

-- Each month of a room of which something was said, with what is asked of it without reading its lines.
create table passerelle.attendance_month (
    month_no      int      primary key,
    room_no       int      not null references passerelle.room_number,
    month         int      not null,
    open_to       int4multirange not null,
    open_long_to  int4multirange not null,
    straddles     boolean  not null,
    reach         int       not null default 0,
    unique (room_no, month)
);
comment on table passerelle.attendance_month is 'Mois de salles dont quelque chose a été dit';
comment on column passerelle.attendance_month.month is
    'Mois où commencent ses lignes, compté depuis l''an 0 : 12 × année + mois - 1';
comment on column passerelle.attendance_month.open_to is
    'Mois, comptés de même, où finissent ses périodes ouvertes d''un mois au plus';
comment on column passerelle.attendance_month.open_long_to is 'De même pour les plus longues';
comment on column passerelle.attendance_month.straddles is
    'Vrai quand une de ses lignes, même écartée, peut en chevaucher d''autres (SEMAINE, PERIODE)';
comment on column passerelle.attendance_month.reach is
    'Dernier mois, compté de même, où finit une de ses lignes qui comptent, s''il est plus tard ; 0 sinon';
-- A line that reaches beyond its month is held against the finer lines within it: the fold of any of its months reads them all.
create index attendance_month_reach on passerelle.attendance_month (room_no) where reach > 0;

-- What each import says of a month, lines that are put aside included. It has no foreign key: month and import are
-- written in the same transaction and never deleted, and asking for each row would slow down COPY.
create table passerelle.attendance_said (
    month_no   int    not null,
    import_no  int    not null,
    lines      bytea  not null,
    held       int    not null,
    gone       boolean not null default false,
    primary key (month_no, import_no)
);
-- Kept as they are, not compressed.
alter table passerelle.attendance_said alter column lines set storage external;
create index attendance_said_gone on passerelle.attendance_said (import_no) where gone;
comment on table passerelle.attendance_said is
    'Ce que chaque import dit d''un mois de salle, tel qu''il l''a dit ; jamais une personne';
comment on column passerelle.attendance_said.lines is
    'Ses lignes, et les identifiants qu''il dit d''un autre mois (ImportedMonth.Codec)';
comment on column passerelle.attendance_said.held is
    'Combien de ses lignes valent, celles qu''il a été le premier à dire';
comment on column passerelle.attendance_said.gone is
    'Vrai tant que l''import se retire : il ne dit plus rien de ce mois, mais où vont les lignes se demande encore';

-- An import that says of a month just what was said last keeps its number alone: if that other one is withdrawn, the
-- month is this one's.
create table passerelle.attendance_repeat (
    repeat_no  bigint generated always as identity primary key,
    import_no  int    not null references passerelle.file_import,
    months     int4multirange not null  -- of month_no
);
create index attendance_repeat_by_import on passerelle.attendance_repeat (import_no);
create index attendance_repeat_by_month on passerelle.attendance_repeat using gist (months);
comment on table passerelle.attendance_repeat is
    'Mois de salles dont un import a répété ce qu''un autre venait d''en dire : une ligne par lot';

-- Where the line of each id stands, so that a file that says it of another month moves it.
create table passerelle.line_id (
    id        text  collate "C" not null,
    register  text  collate "C" not null,
    room_no   int   not null,
    month     int   not null,
    primary key (id, register)
);
comment on table passerelle.line_id is 'Où est la ligne de chaque identifiant d''un registre';
comment on column passerelle.line_id.register is 'Nom du registre ; vide pour celui de la région';

-- ── What is still to be folded ──────────────────────────────────────────────────────────────────
-- Marked in the transaction that changes something, deleted in the one that folds the room: a restart, or the run
-- after an abandoned one, ends the work.

create table passerelle.month_due (
    room_no    int      not null,
    month      int      not null,
    moved      boolean  not null,
    withdrawn  boolean  not null,
    primary key (room_no, month)
);
comment on table passerelle.month_due is
    'Mois de salles à refaire sans qu''un fichier en parle : l''étape « fold » les refait et les efface';
comment on column passerelle.month_due.moved is
    'La salle arrive dans une intercommunalité : son histoire la suit';
comment on column passerelle.month_due.withdrawn is 'Le retrait d''un registre le concerne';

-- Lines that went from a month to one of another room: the month that loses them is due.
create table passerelle.line_departure (
    room_no    int   not null,
    month      int   not null,
    import_no  int   not null,
    register   text  collate "C" not null,
    id         text  collate "C" not null,
    to_room    int   not null,
    to_month   int   not null,
    primary key (room_no, month, import_no, register, id)
);
comment on table passerelle.line_departure is
    'Lignes qu''un import dit d''un autre mois que celui-ci, qui ne le sait pas encore';

-- ── The run that is on its way ──────────────────────────────────────────────────────────────────
-- What it has read, emptied once all is folded and what was refused is a reject, or when the run is abandoned.
-- Unlogged: if PostgreSQL loses it, its count falls short and the files are read again. A line is known by the place of
-- its file among those of the run, its line, and its rank among the rows that this line gives.

create unlogged table passerelle.staged_line (
    room_no    int       not null,
    month      int       not null,
    import_no  int       not null,
    file       int       not null,
    line       bigint    not null,
    ordinal    int       not null,
    register   text      collate "C",  -- with id; both empty where the row has none
    id         text      collate "C",
    value      bytea     not null      -- the line itself (ImportedMonth.Codec)
);
comment on table passerelle.staged_line is
    'Lignes de fréquentation lues par l''exécution en cours, une par une, sans index';

create unlogged table passerelle.staged_correction (
    file             int     not null,
    line             bigint  not null,
    ordinal          int     not null,
    run_no           bigint  not null,  -- with file_name, reject_line and reject_ordinal: the reject
    file_name        text    not null,
    reject_line      bigint  not null,
    reject_ordinal   int     not null,
    register_run_no  bigint  not null,  -- with the next three: the row's own place in the register that it belongs to
    register_name    text    not null,
    said_line        bigint  not null,
    said_ordinal     int     not null
);
comment on table passerelle.staged_correction is
    'De ces lignes, celles qui corrigent un rejet : lequel, et où la ligne est dans le fichier qui l''avait';

create unlogged table passerelle.staged_verdict (
    file        int     not null,
    line        bigint  not null,
    ordinal     int     not null,
    room_no     int     not null,
    reason      text,     -- why it is refused; empty for a line that comes from another month
    from_room   int,
    from_month  int
);
comment on table passerelle.staged_verdict is
    'De ces lignes, celles que leur identifiant refuse, ou fait venir d''un autre mois';

-- Lines refused once all were read, until the step « refusals » has made rejects of them. Logged, as a fold that is
-- committed is not done again.
create table passerelle.refused_line (
    run_no   bigint  not null references passerelle.run,
    file     int     not null,
    line     bigint  not null,
    ordinal  int     not null,
    reason   text    not null,
    primary key (run_no, file, line, ordinal)
);
comment on table passerelle.refused_line is
    'Lignes qu''une autre a fait refuser : leurs cellules sont relues dans leur fichier, puis elles sont des rejets';

-- ── What holds as of a run ──────────────────────────────────────────────────────────────────────
-- The journal keeps each value of a month with the run that told it; what a run publishes is read from there, and
-- nothing is stored twice. A subject reads month:ROOM:YYYY-MM.
create index journal_of_months on passerelle.journal
    (substr(subject, 7, length(subject) - 14), right(subject, 7), seq desc)
    where type = 'MonthReported';

create view passerelle.month_version as
select substr(subject, 7, length(subject) - 14) as room_id, right(subject, 7) as month, seq, run_no, payload,
    schema_fingerprint
from passerelle.journal
where type = 'MonthReported';
comment on view passerelle.month_version is
    'Valeurs successives des mois de salles, telles que le journal les a dites';
comment on column passerelle.month_version.month is 'AAAA-MM, le mois où commencent ses lignes';
comment on column passerelle.month_version.seq is
    'Rang dans le journal : vaut la dernière valeur dite depuis que la salle est arrivée dans son intercommunalité';
comment on column passerelle.month_version.payload is
    'MonthReported, octets Avro ; sans ligne, plus rien n''est connu du mois';

create function passerelle.months_as_of(asked_room text, asked_run bigint)
returns table (month text, payload bytea, schema_fingerprint bigint) language sql stable as $$
    select distinct on (v.month) v.month, v.payload, v.schema_fingerprint
    from passerelle.month_version v
    where v.room_id = asked_room and v.run_no <= asked_run
      and v.seq > coalesce((
          select max(p.seq) from passerelle.place_version p
          where p.kind = 'room' and p.id = asked_room and p.gone and p.run_no <= asked_run), 0)
    order by v.month, v.seq desc
$$;
comment on function passerelle.months_as_of is
    'Les mois d''une salle tels qu''ils valent à une exécution ; à 0, aucun';

-- ━━ Decisions ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━

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
    schema_fingerprint  bigint not null,
    -- An EPCI that merges or splits leaves its decisions to another: one copy a decision and a new EPCI, however
    -- often the job runs.
    constraint decision_carried_once unique (carried_from, epci)
);
comment on table passerelle.decision is
    'Décisions saisies : DecisionRecorded, octets Avro ; portées au journal par l''exécution suivante';
comment on column passerelle.decision.schema_fingerprint is 'Empreinte CRC-64-AVRO du schéma de payload';
comment on column passerelle.decision.doc is
    'La même en JSON, pour les requêtes : écrite par l''exécution qui la porte au journal';
comment on column passerelle.decision.run_no is
    'Exécution qui l''a portée au journal ; vide pour une décision qui attend';
comment on column passerelle.decision.carried_from is
    'Décision dont celle-ci est la copie, portée à l''EPCI qui a succédé au sien ; vide pour une décision saisie';

-- Decisions are shown as soon as they are recorded. What a night that is not published inherits from an EPCI that is
-- no more is its own until then.
create function passerelle.decisions_as_of(asked_run bigint)
returns table (decision_no bigint, subject text, epci text, payload bytea, schema_fingerprint bigint, carried boolean)
language sql stable as $$
    select d.decision_no, d.subject, d.epci, d.payload, d.schema_fingerprint, coalesce(d.run_no <= asked_run, false)
    from passerelle.decision d
    where d.carried_from is null or d.run_no <= asked_run
$$;
comment on function passerelle.decisions_as_of is
    'Les décisions saisies, et celles dont une exécution jusqu''à celle-ci a hérité ; « carried » : ce qui vaut à '
    'cette exécution en tient compte';

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

-- Who records a decision does it alone; to lock a table asks for the right to change all of it, which batch has not.
create function passerelle.lock_decisions() returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
    lock table passerelle.decision in share row exclusive mode;
end
$$;
comment on function passerelle.lock_decisions is 'Réserve les décisions à qui en inscrit une, jusqu''à la fin de sa transaction';
revoke all on function passerelle.lock_decisions from public;

-- ━━ The read model ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━

-- What events makes of the log, for those who do not read topics: written by events (projection), read by batch and
-- the console. Batch may only delete from it: what belongs to a replay that is discarded, and what events will say
-- again once the topics are made again.

-- Each result by key, run and partition. A replay's stand here too, under its own namespace, with its own number as
-- the number of the run; so run_no is no foreign key.
create table passerelle.result (
    namespace  text     not null,
    type       text     not null,
    id         text     not null,
    run_no     bigint   not null,
    partition  smallint not null,
    epci       text     not null,
    withdrawn  boolean  not null,
    payload    bytea,
    doc        jsonb,
    files      jsonb,
    schema_fingerprint  bigint,
    awaited    boolean  not null default false,
    constraint result_written check ((payload is null) = (schema_fingerprint is null)),
    primary key (namespace, type, id, run_no, partition)
);
-- How many results a partition has said is counted by the index alone.
create index result_by_run on passerelle.result (namespace, run_no, partition, awaited);
comment on table passerelle.result is
    'Résultats par clé, par exécution et par partition : celui qui vaut est le dernier dont l''exécution n''est pas '
    'après l''exécution courante ; une salle qui change de partition y a deux lignes dans la même exécution, retirée '
    'ici, proposée là';
comment on column passerelle.result.type is 'SCORE, CONVERSION, PLAN';
comment on column passerelle.result.id is 'Salle ou SIREN';
comment on column passerelle.result.partition is
    'Partition qui l''a dit : une salle qui change d''EPCI est retirée de l''une et proposée dans l''autre '
    'par la même exécution';
comment on column passerelle.result.payload is
    'Octets Avro de Frequentation, Conversion ou Plan, sans champ d''exécution ; vide si retiré';
comment on column passerelle.result.schema_fingerprint is
    'Empreinte CRC-64-AVRO du schéma de l''enregistrement dont payload est une partie (FrequentationScored, '
    'ConversionProposed, PlanProposed) ; vide si retiré';
comment on column passerelle.result.doc is 'Le même en JSON, pour les requêtes';
-- Outside of the payload, of its hash and of doc.
comment on column passerelle.result.files is
    'Fichiers sur lesquels repose une note : empreinte, mois de la fenêtre, relevés ; vide pour les autres résultats';
-- Once a partition has said all of a run, nothing more is taken of that run: events asks for this before it writes. Topics that are made
-- anew are read from their beginning: what the read model keeps meanwhile is marked by batch (rebuild).
comment on column passerelle.result.awaited is
    'Vrai depuis que les topics ont été refaits et jusqu''à ce qu''events redise ce résultat';

-- What each partition said it had seen, emitted and kept when it ended a run; batch compares it with the journal and
-- with the results before it publishes.
create table passerelle.run_scored (
    namespace            text     not null,
    run_no               bigint   not null,
    partition            smallint not null,
    complete             boolean  not null,
    records_expected     bigint   not null,
    records_seen         bigint   not null,
    rooms                int      not null,
    scores_emitted       int      not null,
    conversions_emitted  int      not null,
    plans_emitted        int      not null,
    conversions_current  int      not null,
    plans_current        int      not null,
    partial_hash         text     not null,
    primary key (namespace, run_no, partition)
);
comment on table passerelle.run_scored is
    'Ce que chaque partition a dit en finissant une exécution (RunScored)';

-- For queries by hand and the analysts' views. Programs ask results_as_of with the number that they have read, so
-- that one answer is of one run.
create view passerelle.current_result as
select distinct on (r.namespace, r.type, r.id) r.*
from passerelle.result r
join passerelle.current_run c on c.namespace = r.namespace and r.run_no <= c.run_no
order by r.namespace, r.type, r.id, r.run_no desc, r.withdrawn;
comment on view passerelle.current_result is 'Ce qui vaut maintenant (les lignes withdrawn ne valent plus)';

-- Whoever has read which run is current reads nothing of another one.
create function passerelle.results_as_of(asked_namespace text, asked_run bigint)
returns setof passerelle.result language sql stable as $$
    select latest.*
    from (
        select distinct on (r.type, r.id) r.*
        from passerelle.result r
        where r.namespace = asked_namespace and r.run_no <= asked_run
        order by r.type, r.id, r.run_no desc, r.withdrawn) as latest
    where not latest.withdrawn
$$;
comment on function passerelle.results_as_of is
    'Les résultats d''un espace de noms tels qu''ils valent à une exécution ; à 0, aucun';

-- ━━ Studies ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━

-- A study is a question that is asked beside the nights: what another barème would give, what credits that are voted would fund, where
-- étapes would best stand, who holds which session. It is planned first, then computed exactly as planned, adopted or discarded by
-- people. It is no input of a score, of a proposal or of a replay, and decides nothing. The results of a replay, a slice of the journal
-- computed again apart from the live ones, stand in the read model under its own namespace.

-- One row a study, kept when it is discarded. Written by batch (study.life); events marks a replay failed that it cannot run.
create table passerelle.study (
    study_id       text        primary key,
    study_no       bigint      not null,
    kind           text        not null,
    state          text        not null,
    base_run_no    bigint      not null references passerelle.run,
    question       jsonb       not null,
    question_hash  text        not null,
    inputs         jsonb       not null,
    reason         text        not null,
    account        text        not null,
    planned_at     timestamptz not null default now(),
    computed_at    timestamptz,
    ended_at       timestamptz,
    answer_hash    text,
    failure        text,
    namespace      text        unique generated always as ((question ->> 'live') || '.replay.' || lower(study_id)) stored
);
comment on table passerelle.study is
    'Études : ce qu''un autre barème donnerait, ce que des crédits permettraient, la meilleure implantation des étapes, qui tiendrait quelle séance ; jamais une '
    'décision';
comment on column passerelle.study.study_id is 'Identifiant lisible : R-000001 (rejeu), S-000001 (scénario), T-000001 (calendrier)';
comment on column passerelle.study.study_no is 'Numéro parmi celles de la même lettre, à partir de 1, sans trou';
comment on column passerelle.study.kind is 'REJEU, ENVELOPPE, IMPLANTATION ou CALENDRIER';
comment on column passerelle.study.state is
    'PLANNED, RUNNING (pour un rejeu : events le traite), FAILED (à reprendre ou à écarter), COMPUTED, ADOPTED (pour un calendrier : '
    'publié ; un rejeu ne l''est que par l''exécution qui le met en vigueur), REPLACED (adoptée, puis une autre à sa place), DISCARDED';
comment on column passerelle.study.base_run_no is 'Exécution publiée d''où elle part ; pour un rejeu, jusqu''à laquelle il rejoue';
comment on column passerelle.study.question is
    'Ce que le plan a figé : exécution, empreintes de ses résultats, du barème et des fichiers, mois, options, et ce qui était '
    'alors adopté ou publié ; pour un rejeu, barème, mois, portée (deux listes vides : toute la région) et tranche du journal (rang de '
    'fin, enregistrements par partition, empreinte)';
comment on column passerelle.study.question_hash is 'SHA-256 de la question';
comment on column passerelle.study.inputs is
    'Fichiers tels qu''ils ont été lus (cellules typées), par nom : barème ; crédits ; animateurs (identifiants opaques, jamais un nom), '
    'lieux et trajets';
comment on column passerelle.study.reason is 'Pourquoi ; jamais une personne';
comment on column passerelle.study.account is 'Compte opaque de qui l''a préparée';
comment on column passerelle.study.planned_at is 'Quand elle a été préparée';
comment on column passerelle.study.computed_at is 'Quand elle a été calculée ; vide avant';
comment on column passerelle.study.ended_at is
    'Quand elle a été adoptée (la première fois) ou écartée, ou, pour un rejeu, terminée ; vide avant';
comment on column passerelle.study.answer_hash is
    'Empreinte des résultats d''un rejeu, comme celle d''une exécution ; vide tant qu''il n''est pas terminé';
comment on column passerelle.study.failure is 'Pourquoi elle s''est arrêtée, en français ; vide sinon';
comment on column passerelle.study.namespace is
    'Espace de noms des topics et des résultats d''un rejeu : passerelle.replay.r-000001 ; vide pour les autres';

-- Only ever appended to, by batch, in the transaction that takes the step.
create table passerelle.study_step (
    step_no        bigint      generated always as identity primary key,
    study_id       text        not null references passerelle.study,
    step           text        not null,
    account        text        not null,
    reason         text        not null,
    question_hash  text        not null,
    run_no         bigint      references passerelle.run,
    done_at        timestamptz not null default now()
);
comment on table passerelle.study_step is
    'Chaque geste sur une étude : qui (compte opaque), quand, pourquoi, sur quelle question';
comment on column passerelle.study_step.step_no is 'Rang du geste';
comment on column passerelle.study_step.study_id is 'Étude';
comment on column passerelle.study_step.step is
    'PLAN, RUN, ADOPT (pour un calendrier : publication ; pour un rejeu : mise en vigueur), ROLLBACK, DISCARD';
comment on column passerelle.study_step.account is 'Compte opaque de qui l''a fait';
comment on column passerelle.study_step.reason is 'Pourquoi ; jamais une personne';
comment on column passerelle.study_step.question_hash is 'Question sur laquelle il porte';
comment on column passerelle.study_step.run_no is 'Exécution réelle que le geste a ouverte ; vide sinon';
comment on column passerelle.study_step.done_at is 'Quand';

-- What the topics of studies carry, in their order: only ever appended to, by batch, in the transaction that computes, adopts or takes
-- sessions in.
create table passerelle.study_record (
    log                 text        not null,
    seq                 bigint      not null,
    event_id            uuid        not null unique,
    subject             text        not null,
    subject_seq         bigint      not null,
    epci                text        not null,
    study_id            text        references passerelle.study,
    type                text        not null,
    payload             bytea       not null,
    schema_fingerprint  bigint      not null,
    recorded_at         timestamptz not null default now(),
    primary key (log, seq),
    unique (subject, subject_seq)
);
comment on table passerelle.study_record is
    'Enregistrements des études, dans l''ordre de leurs topics, qui se refont d''ici';
comment on column passerelle.study_record.log is
    'SCENARIOS (topic passerelle.scenarios) ou CALENDARS (topic passerelle.calendars)';
comment on column passerelle.study_record.seq is 'Rang dans ce topic, à partir de 1, sans trou';
comment on column passerelle.study_record.event_id is 'UUIDv5 du sujet, de son rang et du contenu';
comment on column passerelle.study_record.subject is
    'scenario:S-000001, tour:T-000001:0 (un secteur), calendar:SIREN, session:IDENTITE ou held:ETAPE:AAAA-MM';
comment on column passerelle.study_record.subject_seq is 'Rang dans le sujet, à partir de 1, sans trou';
comment on column passerelle.study_record.epci is 'SIREN ; pour un secteur, le premier des siens ; vide pour un scénario';
comment on column passerelle.study_record.study_id is 'Étude ; vide pour des séances tenues';
comment on column passerelle.study_record.type is
    'ScenarioComputed, ScenarioAdopted, ToursComputed, CalendarPublished, SessionCancelled ou SessionsHeld';
comment on column passerelle.study_record.payload is 'Octets Avro, sans en-tête';
comment on column passerelle.study_record.schema_fingerprint is 'Empreinte CRC-64-AVRO du schéma de payload';
comment on column passerelle.study_record.recorded_at is 'Quand il a été inscrit';

-- The sessions as they now stand, one row each for life: derived from the records, which remake it. Written by batch (calendar.tour).
create table passerelle.tour_session (
    seance       text     primary key,
    etape        text     not null,
    epci         text     not null,
    name         text     not null,
    insee        text     not null,
    day          date     not null,
    start_minute integer  not null,
    end_minute   integer  not null,
    animateur    text     not null,
    sequence     integer  not null,
    publication  integer  not null,
    cancelled    text
);
comment on table passerelle.tour_session is 'Séances publiées telles qu''elles sont maintenant, une ligne chacune pour toujours';
comment on column passerelle.tour_session.seance is 'Identité stable : étape|lundi du cycle|rang dans le cycle';
comment on column passerelle.tour_session.etape is 'Étape, comme les propositions la nomment';
comment on column passerelle.tour_session.epci is 'SIREN';
comment on column passerelle.tour_session.name is 'Nom du lieu';
comment on column passerelle.tour_session.insee is 'Code INSEE de sa commune';
comment on column passerelle.tour_session.day is 'Jour';
comment on column passerelle.tour_session.start_minute is 'Première minute du jour, heure de Paris';
comment on column passerelle.tour_session.end_minute is 'Minute après la dernière';
comment on column passerelle.tour_session.animateur is 'Identifiant opaque de qui la tient';
comment on column passerelle.tour_session.sequence is 'SEQUENCE de son événement : combien de fois elle a changé';
comment on column passerelle.tour_session.publication is 'Publication de l''intercommunalité qui l''a dite ainsi';
comment on column passerelle.tour_session.cancelled is 'Pourquoi elle est annulée ; vide si elle a lieu';

-- What is known of the sessions of an étape in a month: the latest record of each, to compare the next file with.
create table passerelle.session_month (
    etape    text   not null,
    month    text   not null,
    epci     text   not null,
    complete boolean not null,
    content  jsonb  not null,
    primary key (etape, month)
);
comment on table passerelle.session_month is 'Séances tenues d''une étape en un mois, en nombres : l''état connu';
comment on column passerelle.session_month.etape is 'Étape';
comment on column passerelle.session_month.month is 'Mois, AAAA-MM';
comment on column passerelle.session_month.epci is 'SIREN';
comment on column passerelle.session_month.complete is 'Vrai si le fichier a dit le mois complet';
comment on column passerelle.session_month.content is 'Ses séances, en nombres, jamais par personne';

create index study_record_of_study on passerelle.study_record (study_id, type, seq);
create index study_step_of_study on passerelle.study_step (study_id, step_no);
create index tour_session_of_day on passerelle.tour_session (day);

create trigger study_stands before update on passerelle.study for each row
when ((new.study_id, new.study_no, new.kind, new.base_run_no, new.question, new.question_hash, new.inputs, new.reason, new.account,
            new.planned_at)
        is distinct from (old.study_id, old.study_no, old.kind, old.base_run_no, old.question, old.question_hash, old.inputs,
            old.reason, old.account, old.planned_at))
execute function passerelle.refuse_rewriting();

-- events says of no study more than this: that a replay which it works on cannot go on.
create function passerelle.fail_replay(failed text, why text) returns void
language sql security definer set search_path = pg_catalog as $$
    update passerelle.study set state = 'FAILED', failure = why where namespace = failed and state = 'RUNNING'
$$;
comment on function passerelle.fail_replay is 'Dit pourquoi un rejeu en cours s''est arrêté ; un autre reste tel quel';
revoke all on function passerelle.fail_replay from public;

-- ━━ Accounts and audit ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━

-- Who enters the console, and who did what in it. Written by the console (security); the other programs see neither.

-- The one place that names people. Everything else knows an account by its opaque identifier, so a line may be
-- erased. An account is local, with a password, or of a person whom an identity provider knows: then there is no
-- password here, and only a hash of what the provider calls them.
create table passerelle.account (
    account_id     text        primary key,
    login          text        not null unique,
    password_hash  text,
    subject_hash   text        unique,
    role           text        not null check (role in ('LECTEUR', 'ANALYSTE', 'OPERATEUR', 'ADMINISTRATEUR')),
    active         boolean     not null default true,
    created_at     timestamptz not null default now(),
    drawn          boolean     not null default false
);
comment on table passerelle.account is
    'Comptes de la console : la seule table qui nomme des personnes, effaçable';
comment on column passerelle.account.account_id is
    'Identifiant opaque, le seul que gardent les décisions et le registre des gestes';
comment on column passerelle.account.password_hash is
    'Mot de passe, par bcrypt ; vide pour un compte tenu par un fournisseur d''identité';
comment on column passerelle.account.drawn is
    'Vrai tant que le mot de passe est celui qu''un autre a tiré : rien d''autre ne s''ouvre que son changement';
comment on column passerelle.account.subject_hash is
    'SHA-256 de l''émetteur et du sujet OpenID Connect ; vide pour un compte local';

-- Only ever appended to. Each line holds the hash of itself and of the line before, and lines are numbered without a hole: what is changed
-- or taken away later shows, whoever did it. The head knows the last line, so that its end cannot be cut off unseen. Whoever appends holds
-- the head until the end of their transaction, which is why nothing long appends. The commands that take no motive themselves keep nowhere else why they were asked for.
create table passerelle.audit (
    audit_no    bigint      primary key,
    account_id  text        not null,  -- no foreign key: it outlives the account
    action      text        not null,  -- a code, such as LOGIN
    subject     text        not null,  -- an identifier, never a name
    motive      text,
    outcome     text        not null,
    done_at     timestamptz not null default now(),
    hash        bytea       not null
);
comment on table passerelle.audit is
    'Qui a fait quoi dans la console, par identifiant de compte ; en ajout seul';
comment on column passerelle.audit.audit_no is 'Rang, sans trou';
comment on column passerelle.audit.hash is 'Empreinte de la ligne et de celle d''avant (audit_hash)';
comment on column passerelle.audit.motive is
    'Pourquoi ; vide pour les gestes qui n''en demandent pas ; jamais une personne';
comment on column passerelle.audit.outcome is 'STARTED, DONE, REFUSED ou FAILED';

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
insert into passerelle.audit_head (audit_no, hash) values (0, '');

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

-- What is older than a year may go, and only that. An erasure leaves the last line that is more than a year old, so that
-- the age of what went is held by the chain: its moment is in its hash. A line at the end of the chain, the anchor, names
-- the line before that one, and its hash: there the chain begins from then on.
create function passerelle.erase_audit(before timestamptz) returns bigint
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

-- Who is nobody here, or tries too often, would fill the audit: such refusals are counted.
create table passerelle.audit_refusal (
    hour      timestamptz  primary key,
    refusals  bigint       not null
);
comment on table passerelle.audit_refusal is
    'Entrées refusées à qui n''a pas de compte, ou après trop d''essais : combien, par heure';

revoke all on function passerelle.erase_audit, passerelle.chain_audit from public;

-- The same reading again within the hour adds no line: found without reading the year.
create index audit_of_account on passerelle.audit (account_id, action, done_at);

-- ━━ Analysts ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━

-- What analysts read in SQL: views that need no Avro, in a schema of their own. Names are those of the exports. They
-- hold what is current in the live system, never a replay; no account, no file name, no person. Nobody writes here; a
-- view reads its tables with the rights of its owner, so that the analysts' role needs none on what is beneath.
create schema analyses;
comment on schema analyses is 'Vues en lecture seule pour les analystes : ce qui vaut maintenant, décodé';

-- Several codes of an array in one cell, as the exports have them.
create function analyses.codes(list jsonb) returns text language sql immutable as $$
    select string_agg(code, '|' order by place) from jsonb_array_elements_text(list) with ordinality as l (code, place)
$$;

create view analyses.executions as
select run_id as execution, kind as nature_execution, state as etat, as_of as situation, bareme_id as bareme,
    bareme_hash as bareme_sha256, result_hash as empreinte, demonstration as reconstitution, opened_at as ouverte_le,
    ended_at as terminee_le,
    (run_no = (select c.run_no from passerelle.current_run c where c.namespace = run.namespace)) is true as courante
from passerelle.run;
comment on view analyses.executions is 'Les exécutions ; « courante » : celle dont les résultats valent';

-- ── Results ─────────────────────────────────────────────────────────────────────────────────────
-- All views of this part open the JSON of analyses.resultats.

create view analyses.resultats as
select r.type, r.id, r.epci, r.doc, r.run_no, c.run_id as execution,
    case
        when c.demonstration then 'reconstitution'
        when r.doc ->> 'bareme_illustration' = 'true' then 'illustration'
    end as donnees
from passerelle.current_result r
join passerelle.run c on c.namespace = r.namespace and c.run_no = (
    select run_no from passerelle.current_run where namespace = r.namespace)
where not r.withdrawn;
comment on view analyses.resultats is
    'Les résultats qui valent, entiers, en JSON : SCORE et CONVERSION par salle, PLAN par intercommunalité';
comment on column analyses.resultats.execution is 'Exécution courante';
comment on column analyses.resultats.run_no is 'Numéro de l''exécution qui a changé ce résultat la dernière';

-- The name of a room and of its EPCI stand in the plan of the EPCI, which SANS-EPCI has not.
create view analyses.salles as
select s.id as id_salle, p.room ->> 'name' as nom, s.epci as epci_siren, p.epci_nom, p.room ->> 'insee' as code_insee,
    p.room ->> 'commune' as commune, p.room ->> 'gestion' as gestion, s.doc ->> 'state' as etat_note,
    (s.doc ->> 'score')::int as note, (s.doc ->> 'low')::int as note_basse, (s.doc ->> 'high')::int as note_haute,
    (s.doc ->> 'months_open')::int as mois_ouverts, (s.doc ->> 'months_observed')::int as mois_observes,
    (s.doc ->> 'presences_12_months')::bigint as presences_12_mois,
    (s.doc ->> 'population_served')::numeric as population_desservie,
    analyses.codes(s.doc -> 'flags') as signalements, c.doc ->> 'kind' as proposition,
    c.doc ->> 'candidature' as candidature, (c.doc ->> 'provisoire')::boolean as provisoire,
    (select string_agg(f ->> 'fonction', '|' order by place)
     from jsonb_array_elements(c.doc -> 'fonctions') with ordinality as l (f, place)
     where f ->> 'disponibilite' in ('OFFERTE', 'POSSIBLE')) as fonctions,
    (c.doc ->> 'sessions_a_month')::int as seances_par_mois, s.execution, s.donnees
from analyses.resultats s
left join analyses.resultats c on c.type = 'CONVERSION' and c.id = s.id
left join (
    select room ->> 'room_id' as id, room, doc ->> 'name' as epci_nom
    from analyses.resultats cross join lateral jsonb_array_elements(doc -> 'rooms') as room
    where type = 'PLAN') p on p.id = s.id
where s.type = 'SCORE';
comment on view analyses.salles is
    'Une ligne par salle notée : note, fourchette, proposition ; '
    'le nom d''une salle sans intercommunalité n''y est pas';

create view analyses.indicateurs as
select s.id as id_salle, s.epci as epci_siren, i ->> 'name' as indicateur, (i ->> 'weight')::int as poids,
    (i ->> 'numerator')::numeric as numerateur, (i ->> 'denominator')::numeric as denominateur,
    (i ->> 'value')::numeric as valeur, i ->> 'unit' as unite, (i ->> 'points')::numeric as points,
    i ->> 'unavailable' as indisponible, s.execution, s.donnees
from analyses.resultats s cross join lateral jsonb_array_elements(s.doc -> 'indicateurs') as i
where s.type = 'SCORE';
comment on view analyses.indicateurs is 'Une ligne par salle et par indicateur de la note';

create view analyses.plans as
select p.epci as epci_siren, p.doc ->> 'name' as epci_nom, p.doc ->> 'besoin' as besoin,
    (p.doc ->> 'population')::int as population,
    p.doc #>> '{siege,kind}' as siege_nature, p.doc #>> '{siege,id}' as siege_id,
    p.doc #>> '{siege,name}' as siege_nom, p.doc #>> '{siege,insee}' as siege_code_insee,
    p.doc #>> '{siege,commune}' as siege_commune, p.doc ->> 'existing_tiers_lieu' as tiers_lieu_existant,
    analyses.codes(p.doc -> 'functions') as fonctions,
    (p.doc ->> 'etapes')::int as etapes, (p.doc ->> 'a_instruire')::int as a_instruire,
    (p.doc ->> 'donnees_insuffisantes')::int as donnees_insuffisantes,
    (p.doc ->> 'sessions_a_month')::int as seances_par_mois, (p.doc ->> 'animateurs_etp')::numeric as animateurs_etp,
    (p.doc ->> 'proximite_today')::int as habitants_proches_aujourdhui,
    (p.doc ->> 'proximite_proposed')::int as habitants_proches_proposes,
    (p.doc ->> 'aid_total')::numeric as aide_totale, (p.doc ->> 'left_total')::numeric as reste_total,
    (p.doc ->> 'theoretical_ceiling')::numeric as plafond_theorique,
    (p.doc ->> 'year_4_cost')::numeric as cout_annee_4, analyses.codes(p.doc -> 'flags') as signalements,
    p.execution, p.donnees
from analyses.resultats p where p.type = 'PLAN';
comment on view analyses.plans is
    'Une ligne par intercommunalité : siège, fonctions, étapes, aide en tout (euros)';

create view analyses.aides as
select p.epci as epci_siren, p.doc ->> 'name' as epci_nom, a ->> 'line' as ligne, (a ->> 'cost')::numeric as cout,
    (a ->> 'rate')::numeric as taux, (a ->> 'ceiling')::numeric as plafond, (a ->> 'aid')::numeric as aide,
    (a ->> 'left')::numeric as reste, a ->> 'decided_by' as decide_par, p.execution, p.donnees
from analyses.resultats p cross join lateral jsonb_array_elements(p.doc -> 'aid') as a
where p.type = 'PLAN';
comment on view analyses.aides is
    'Une ligne par intercommunalité et par ligne du plan de financement (euros) ; vide : inconnu';

create view analyses.budget as
select p.epci as epci_siren, p.doc ->> 'name' as epci_nom, (b ->> 'year')::int as annee,
    (b ->> 'aid')::numeric as aide_animation, p.execution, p.donnees
from analyses.resultats p cross join lateral jsonb_array_elements(p.doc -> 'budget') as b
where p.type = 'PLAN';
comment on view analyses.budget is 'L''aide à l''animation par intercommunalité et par année civile (euros)';

create view analyses.etapes as
select c.id as id_salle, c.epci as epci_siren, (c.doc ->> 'provisoire')::boolean as provisoire,
    c.doc #>> '{host,kind}' as hote_nature, c.doc #>> '{host,id}' as hote_id, c.doc #>> '{host,name}' as hote_nom,
    c.doc #>> '{host,insee}' as hote_code_insee, c.doc #>> '{host,commune}' as hote_commune,
    (c.doc #>> '{host,distance_m}')::int as distance_m,
    analyses.codes(c.doc #> '{host,shared_with}') as partage_avec,
    (c.doc #>> '{host,sessions_a_month}')::int as hote_seances_par_mois,
    (c.doc ->> 'sessions_a_month')::int as seances_par_mois, c.doc ->> 'payeur' as payeur,
    c.doc ->> 'payeur_siren' as payeur_siren, (c.doc ->> 'tablets')::int as tablettes,
    analyses.codes(c.doc -> 'themes') as themes, c.execution, c.donnees
from analyses.resultats c where c.type = 'CONVERSION' and c.doc ->> 'kind' = 'ETAPE_NOMADE';
comment on view analyses.etapes is 'Une ligne par étape de médiation nomade proposée';

create view analyses.candidats as
select p.epci as epci_siren, p.doc ->> 'name' as epci_nom, c #>> '{siege,kind}' as nature, c #>> '{siege,id}' as id,
    c #>> '{siege,name}' as nom, c ->> 'candidature' as candidature, (c ->> 'rank')::int as rang,
    (c ->> 'functions_wanted')::int as fonctions_souhaitees,
    (c ->> 'functions_confirmed')::int as fonctions_confirmees, (c ->> 'population')::int as population,
    (c ->> 'score')::int as note, (c ->> 'low')::int as note_basse, (c ->> 'high')::int as note_haute, p.execution,
    p.donnees
from analyses.resultats p cross join lateral jsonb_array_elements(p.doc -> 'candidates') as c
where p.type = 'PLAN';
comment on view analyses.candidats is 'Les lieux comparés pour être le siège, dans l''ordre de la comparaison';

-- ── Decisions ───────────────────────────────────────────────────────────────────────────────────

create view analyses.decisions as
select decision_no as numero, doc ->> 'subject' as objet, doc ->> 'epci' as epci_siren, doc ->> 'kind' as nature,
    doc ->> 'organ' as organe, doc ->> 'act' as acte, (doc ->> 'decided_on')::date as date_acte,
    doc ->> 'seat' as siege, doc ->> 'conversion' as conversion,
    (select sum((a ->> 'aid')::numeric) from jsonb_array_elements(doc -> 'aid') as a) as aide_totale,
    doc ->> 'motive' as motif
from passerelle.decision
where doc is not null and run_no <= (select max(c.run_no) from passerelle.current_run c);
comment on view analyses.decisions is
    'Ce qui a été notifié et répondu, une fois porté au journal par une exécution publiée ; ni compte, ni personne';

-- What each column of the analysts' views says: a tool shows it beside the name. A view that is added says its own.
comment on function analyses.codes is 'Les codes d''une liste JSON en un texte, séparés par |';

comment on column analyses.executions.execution is 'Identifiant de l''exécution, comme N-000001';
comment on column analyses.executions.nature_execution is
    'NIGHTLY (de nuit), REPLAY (rejeu) ou PUT_IN_FORCE (mise en vigueur)';
comment on column analyses.executions.etat is
    'OPEN (en cours), FAILED (arrêtée), PUBLISHED (publiée) ou ABANDONED (abandonnée)';
comment on column analyses.executions.situation is 'Mois de la situation, AAAA-MM ; vide tant qu''il n''est pas connu';
comment on column analyses.executions.bareme is 'Identifiant du barème';
comment on column analyses.executions.bareme_sha256 is 'SHA-256 du texte du barème';
comment on column analyses.executions.empreinte is
    'SHA-256 des résultats qu''elle a publiés ; vide tant qu''elle ne l''est pas';
comment on column analyses.executions.reconstitution is
    'Vrai quand les données sont celles de la démonstration : ne vaut pas proposition';
comment on column analyses.executions.ouverte_le is 'Moment de l''ouverture';
comment on column analyses.executions.terminee_le is 'Moment de la fin ; vide tant qu''elle dure';
comment on column analyses.executions.courante is 'Vrai pour celle dont les résultats valent';

comment on column analyses.resultats.type is 'SCORE ou CONVERSION (d''une salle), PLAN (d''une intercommunalité)';
comment on column analyses.resultats.id is 'Identifiant de la salle, ou SIREN de l''intercommunalité';
comment on column analyses.resultats.epci is 'SIREN de l''intercommunalité, ou SANS-EPCI';
comment on column analyses.resultats.doc is
    'Le résultat entier, champs des contrats Avro des topics ; ce qui y finit par _hundredths est en centièmes';
comment on column analyses.resultats.donnees is
    '« reconstitution » ou « illustration » : ne vaut pas proposition ; vide : une proposition';

comment on column analyses.salles.id_salle is 'Identifiant de la salle';
comment on column analyses.salles.nom is 'Nom de la salle ; vide sans intercommunalité';
comment on column analyses.salles.epci_siren is 'SIREN de l''intercommunalité, ou SANS-EPCI';
comment on column analyses.salles.epci_nom is 'Nom de l''intercommunalité';
comment on column analyses.salles.code_insee is 'Code INSEE de la commune';
comment on column analyses.salles.commune is 'Nom de la commune';
comment on column analyses.salles.gestion is 'REGION ou COMMUNALE_AUTONOME : listée, jamais convertie';
comment on column analyses.salles.etat_note is 'NOTEE, DONNEES_INSUFFISANTES ou FERMEE';
comment on column analyses.salles.note is 'Note de fréquentation, 0 à 100 ; vide sans note';
comment on column analyses.salles.note_basse is 'Bas de la fourchette : la note si tout ce qui manque valait 0';
comment on column analyses.salles.note_haute is 'Haut de la fourchette : la note si tout ce qui manque valait 100';
comment on column analyses.salles.mois_ouverts is 'Mois ouverts de la fenêtre, 0 à 24';
comment on column analyses.salles.mois_observes is 'De ceux-ci, observés';
comment on column analyses.salles.presences_12_mois is 'Présences des mois observés parmi les douze derniers';
comment on column analyses.salles.population_desservie is 'Habitants desservis ; vide sans intercommunalité';
comment on column analyses.salles.signalements is 'Codes de ce qui est montré sans être noté, séparés par |';
comment on column analyses.salles.proposition is
    'TIERS_LIEU ou ETAPE_NOMADE ; vide : rien n''est proposé (autonome, fermée, sans intercommunalité)';
comment on column analyses.salles.candidature is 'Où elle se tient face au seuil et aux fonctions';
comment on column analyses.salles.provisoire is 'Vrai quand l''étape est provisoire';
comment on column analyses.salles.fonctions is 'Fonctions offertes ou possibles, séparées par |';
comment on column analyses.salles.seances_par_mois is 'Séances de deux heures par mois';
comment on column analyses.salles.execution is 'Exécution courante';
comment on column analyses.salles.donnees is '« reconstitution » ou « illustration » : ne vaut pas proposition';

comment on column analyses.indicateurs.id_salle is 'Identifiant de la salle';
comment on column analyses.indicateurs.epci_siren is 'SIREN de l''intercommunalité, ou SANS-EPCI';
comment on column analyses.indicateurs.indicateur is 'USAGE, OCCUPATION, TENDANCE, REGULARITE ou INSCRITS';
comment on column analyses.indicateurs.poids is 'Son poids dans le barème';
comment on column analyses.indicateurs.numerateur is 'Numérateur de la valeur ; vide s''il n''est pas disponible';
comment on column analyses.indicateurs.denominateur is 'Dénominateur de la valeur ; vide s''il n''est pas disponible';
comment on column analyses.indicateurs.valeur is 'Valeur, dans son unité ; vide si elle n''est pas disponible';
comment on column analyses.indicateurs.unite is 'Unité de la valeur';
comment on column analyses.indicateurs.points is 'Points, 0 à 100 ; vide s''ils ne sont pas disponibles';
comment on column analyses.indicateurs.indisponible is
    'Code de ce qui manque ; vide quand l''indicateur est disponible';
comment on column analyses.indicateurs.execution is 'Exécution courante';
comment on column analyses.indicateurs.donnees is '« reconstitution » ou « illustration » : ne vaut pas proposition';

comment on column analyses.plans.epci_siren is 'SIREN de l''intercommunalité';
comment on column analyses.plans.epci_nom is 'Nom de l''intercommunalité';
comment on column analyses.plans.besoin is 'Besoin de médiation : FAIBLE, MOYEN, ELEVE ou INCONNU ; hors de la note';
comment on column analyses.plans.population is 'Habitants';
comment on column analyses.plans.siege_nature is 'SALLE ou SITE ; vide : aucun tiers lieu n''est proposé';
comment on column analyses.plans.siege_id is 'Identifiant du siège proposé';
comment on column analyses.plans.siege_nom is 'Nom du siège proposé';
comment on column analyses.plans.siege_code_insee is 'Code INSEE de la commune du siège';
comment on column analyses.plans.siege_commune is 'Nom de la commune du siège';
comment on column analyses.plans.tiers_lieu_existant is 'Tiers lieu qu''elle a déjà ; vide : aucun';
comment on column analyses.plans.fonctions is 'Fonctions du tiers lieu, offertes ou possibles, séparées par |';
comment on column analyses.plans.etapes is 'Étapes de médiation nomade proposées';
comment on column analyses.plans.a_instruire is 'Salles à instruire : leur fourchette contient le seuil';
comment on column analyses.plans.donnees_insuffisantes is 'Salles sans données suffisantes';
comment on column analyses.plans.seances_par_mois is 'Séances de deux heures par mois, de toutes ses étapes';
comment on column analyses.plans.animateurs_etp is 'Animateurs pour ces séances, équivalents temps plein';
comment on column analyses.plans.habitants_proches_aujourdhui is
    'Habitants à la distance du barème d''un point de médiation, aujourd''hui';
comment on column analyses.plans.habitants_proches_proposes is 'De même, comme proposé';
comment on column analyses.plans.aide_totale is 'Aide en tout, euros ; vide : aucun coût n''est connu';
comment on column analyses.plans.reste_total is
    'Reste à la charge de l''intercommunalité, euros, là où le coût est connu';
comment on column analyses.plans.plafond_theorique is 'Plafond du règlement, euros : jamais une dépense prévue';
comment on column analyses.plans.cout_annee_4 is 'Coût de l''animation en année 4, euros : personne ne l''aide';
comment on column analyses.plans.signalements is 'Codes de ce qui est montré sans rien décider, séparés par |';
comment on column analyses.plans.execution is 'Exécution courante';
comment on column analyses.plans.donnees is '« reconstitution » ou « illustration » : ne vaut pas proposition';

comment on column analyses.aides.epci_siren is 'SIREN de l''intercommunalité';
comment on column analyses.aides.epci_nom is 'Nom de l''intercommunalité';
comment on column analyses.aides.ligne is
    'ETUDE, INVESTISSEMENT, FONCTIONNEMENT_1, FONCTIONNEMENT_2 ou FONCTIONNEMENT_3 (animation, par année)';
comment on column analyses.aides.cout is 'Coût, euros ; vide : inconnu ou sans objet';
comment on column analyses.aides.taux is 'Taux de l''aide, 0 à 1';
comment on column analyses.aides.plafond is 'Plafond de l''aide, ou de l''assiette selon le barème, euros';
comment on column analyses.aides.aide is 'Aide, euros ; vide : inconnue ; 0 : rien n''est dû';
comment on column analyses.aides.reste is 'Reste à la charge de l''intercommunalité, euros ; vide avec le coût';
comment on column analyses.aides.decide_par is 'Code de ce qui a décidé du montant';
comment on column analyses.aides.execution is 'Exécution courante';
comment on column analyses.aides.donnees is '« reconstitution » ou « illustration » : ne vaut pas proposition';

comment on column analyses.budget.epci_siren is 'SIREN de l''intercommunalité';
comment on column analyses.budget.epci_nom is 'Nom de l''intercommunalité';
comment on column analyses.budget.annee is 'Année civile';
comment on column analyses.budget.aide_animation is 'Aide à l''animation que cette année porte, euros';
comment on column analyses.budget.execution is 'Exécution courante';
comment on column analyses.budget.donnees is '« reconstitution » ou « illustration » : ne vaut pas proposition';

comment on column analyses.etapes.id_salle is 'Salle que l''étape remplace';
comment on column analyses.etapes.epci_siren is 'SIREN de l''intercommunalité';
comment on column analyses.etapes.provisoire is 'Vrai quand l''étape est provisoire';
comment on column analyses.etapes.hote_nature is
    'SALLE, LIEU_PUBLIC ou SALLE_COMMUNALE (accord du maire à demander)';
comment on column analyses.etapes.hote_id is 'Identifiant de l''hôte ; vide : à demander à la commune';
comment on column analyses.etapes.hote_nom is 'Nom de l''hôte';
comment on column analyses.etapes.hote_code_insee is 'Code INSEE de la commune de l''hôte';
comment on column analyses.etapes.hote_commune is 'Nom de la commune de l''hôte';
comment on column analyses.etapes.distance_m is 'Mètres entre les centres des deux communes';
comment on column analyses.etapes.partage_avec is 'Autres salles dont l''hôte accueille les séances, séparées par |';
comment on column analyses.etapes.hote_seances_par_mois is 'Séances par mois de toutes ces salles';
comment on column analyses.etapes.seances_par_mois is 'Séances de deux heures par mois, de cette salle';
comment on column analyses.etapes.payeur is 'Qui paie l''animation : AIDE_REGIONALE, NOMME ou A_TROUVER';
comment on column analyses.etapes.payeur_siren is 'SIREN de l''organisme nommé';
comment on column analyses.etapes.tablettes is 'Tablettes que l''animateur apporte';
comment on column analyses.etapes.themes is 'Thèmes des séances, le plus suivi d''abord, séparés par |';
comment on column analyses.etapes.execution is 'Exécution courante';
comment on column analyses.etapes.donnees is '« reconstitution » ou « illustration » : ne vaut pas proposition';

comment on column analyses.candidats.epci_siren is 'SIREN de l''intercommunalité';
comment on column analyses.candidats.epci_nom is 'Nom de l''intercommunalité';
comment on column analyses.candidats.nature is 'SALLE ou SITE';
comment on column analyses.candidats.id is 'Identifiant du lieu';
comment on column analyses.candidats.nom is 'Nom du lieu';
comment on column analyses.candidats.candidature is 'Où il se tient face au seuil et aux fonctions';
comment on column analyses.candidats.rang is 'Rang parmi les candidats, à partir de 1 ; le même là où rien ne sépare';
comment on column analyses.candidats.fonctions_souhaitees is
    'Fonctions offertes ou possibles que l''intercommunalité souhaite';
comment on column analyses.candidats.fonctions_confirmees is 'Fonctions offertes ou possibles';
comment on column analyses.candidats.population is 'Habitants de l''intercommunalité dans le rayon du barème';
comment on column analyses.candidats.note is 'Note de fréquentation ; vide pour un site, ou sans note';
comment on column analyses.candidats.note_basse is 'Bas de la fourchette';
comment on column analyses.candidats.note_haute is 'Haut de la fourchette';
comment on column analyses.candidats.execution is 'Exécution courante';
comment on column analyses.candidats.donnees is '« reconstitution » ou « illustration » : ne vaut pas proposition';

comment on column analyses.decisions.numero is 'Rang de la décision, à partir de 1';
comment on column analyses.decisions.objet is 'room:SALLE ou epci:SIREN';
comment on column analyses.decisions.epci_siren is 'SIREN de l''intercommunalité';
comment on column analyses.decisions.nature is
    'NOTIFIED (notifiée), ACCEPTED (acceptée), REFUSED (refusée) ou OBSERVATIONS';
comment on column analyses.decisions.organe is 'Qui a décidé';
comment on column analyses.decisions.acte is 'Numéro de l''acte';
comment on column analyses.decisions.date_acte is 'Date de l''acte';
comment on column analyses.decisions.siege is 'Siège notifié, room:SALLE ou site:SITE ; vide : aucun';
comment on column analyses.decisions.conversion is 'Ce que devient la salle notifiée ; vide : rien n''en est dit';
comment on column analyses.decisions.aide_totale is 'Aide notifiée, tous postes ensemble, euros ; vide : aucune';
comment on column analyses.decisions.motif is 'Motif, sans nom de personne';

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
