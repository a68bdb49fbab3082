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
                   'DecisionRecorded');
comment on table passerelle.journal is
    'Journal des transitions, en ajout seul : l''ordre de seq est celui des validations';
comment on column passerelle.journal.event_id is 'UUIDv5 de (sujet, rang, octets)';
comment on column passerelle.journal.partition is 'Partition du topic : hachage de l''EPCI';
comment on column passerelle.journal.type is 'Nom court de l''enregistrement Avro';
comment on column passerelle.journal.schema_fingerprint is 'Empreinte CRC-64-AVRO du schéma';

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
