-- One database for the job repository, the state, the journal and the read model: they commit together.
create schema passerelle;
create schema batch;

comment on schema passerelle is 'État, journal et modèle de lecture de Passerelle';
comment on schema batch is 'Dépôt de travaux de Spring Batch';

-- ── Runs ────────────────────────────────────────────────────────────────────────────────────────
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
    result_hash    text,
    failure        text,
    opened_at      timestamptz not null default now(),
    ended_at       timestamptz
);
create unique index run_one_open on passerelle.run ((true)) where state in ('OPEN', 'FAILED');
comment on table passerelle.run is 'Une exécution : ouverte et fermée sur le journal';
comment on column passerelle.run.run_no is 'Numéro, à partir de 1, sans trou';
comment on column passerelle.run.run_id is 'Identifiant lisible, N-000001';
comment on column passerelle.run.namespace is 'Espace de noms des topics (passerelle, ou celui d''un rejeu)';
comment on column passerelle.run.kind is 'NIGHTLY, REPLAY, PUT_IN_FORCE';
comment on column passerelle.run.state is 'OPEN (en cours), FAILED (arrêtée, à reprendre ou abandonner), PUBLISHED, ABANDONED';
comment on column passerelle.run.identity is 'SHA-256 de ce dont le résultat dépend (DESIGN 6) : deux exécutions de même identité donnent le même résultat';
comment on column passerelle.run.as_of is 'Mois de la situation, AAAA-MM ; vide tant qu''il n''est pas connu';
comment on column passerelle.run.parameters is 'Fichiers et options, pour la reprise';
comment on column passerelle.run.counts is 'Lignes lues, acceptées, inchangées, rejetées, de contrôle, par fichier';
comment on column passerelle.run.demonstration is 'Vrai quand une salle de démonstration (DEMO-) y figure : données reconstituées';
comment on column passerelle.run.failure is 'Pourquoi elle s''est arrêtée, en français';

create table passerelle.source_file (
    run_no  bigint not null references passerelle.run,
    role    text   not null,
    sha256  text   not null,
    name    text   not null,
    rows    bigint not null,
    primary key (run_no, role, sha256)
);
comment on table passerelle.source_file is 'Fichiers lus par une exécution';

create table passerelle.reject (
    run_no    bigint not null references passerelle.run,
    sha256    text   not null,
    line      bigint not null,
    ordinal   int    not null,
    file_name text   not null,
    column_name text,
    reason    text   not null,
    message   text   not null,
    cells     jsonb  not null,
    primary key (run_no, sha256, line, ordinal)
);
comment on table passerelle.reject is 'Lignes refusées : où, pourquoi, et leurs cellules ; jamais une personne';

-- ── State: what is known, one row a subject ─────────────────────────────────────────────────────
create table passerelle.subject (
    subject      text   collate "C" primary key,
    subject_seq  bigint not null
);
comment on table passerelle.subject is 'Dernier rang de chaque sujet du journal, sans trou';

create table passerelle.epci (
    epci     text  primary key,
    payload  bytea not null
);
comment on table passerelle.epci is 'Intercommunalités connues : EpciDescribed, octets Avro';

create table passerelle.room (
    room_id  text  primary key,
    epci     text  not null,
    payload  bytea not null
);
comment on table passerelle.room is 'Salles connues : RoomInventoried, octets Avro';

create table passerelle.attendance (
    key                       text collate "C" primary key,
    room_id                   text     not null,
    period_start              date     not null,
    period_end                date     not null,
    grain                     smallint not null,
    activity                  text     not null,
    etat                      smallint not null,
    sessions                  int,
    session_hours_hundredths  int,
    presences                 int,
    person_hours_hundredths   int,
    registered                int,
    distinct_people           int,
    scolaires                 int,
    file_no                   int      not null,
    line                      bigint   not null
);
create index attendance_by_room on passerelle.attendance (room_id);
-- Weeks and free periods (2 and 7 in Grain), the only ones that can overlap others without nesting: nearly empty, asked at each import.
create index attendance_straddling on passerelle.attendance (room_id) where grain in (2, 7);
comment on table passerelle.attendance is 'Fréquentation connue : une ligne par enregistrement, jamais une personne';
comment on column passerelle.attendance.key is 'Identifiant du registre, sinon salle, période, activité et rang';
comment on column passerelle.attendance.grain is 'Rang dans l''énumération Grain';
comment on column passerelle.attendance.etat is 'Rang dans l''énumération Etat';

create table passerelle.file (
    file_no  int  generated always as identity primary key,
    sha256   text not null unique,
    name     text not null
);
comment on table passerelle.file is 'Fichiers de fréquentation connus';

create table passerelle.decision (
    decision_no  bigint generated always as identity primary key,
    payload      bytea  not null,
    subject      text   not null,
    epci         text   not null,
    journalled   boolean not null default false
);
comment on table passerelle.decision is 'Décisions saisies : DecisionRecorded, octets Avro ; portées au journal par l''exécution suivante';

-- ── Journal ─────────────────────────────────────────────────────────────────────────────────────
create table passerelle.journal (
    seq                 bigint      primary key,
    event_id            uuid        not null,
    epci                text        not null,
    partition           smallint    not null,
    subject             text        not null,
    subject_seq         bigint      not null,
    type                text        not null,
    payload             bytea       not null,
    schema_fingerprint  bigint      not null,
    run_no              bigint      not null,
    recorded_at         timestamptz not null default now()
);
create index journal_by_run on passerelle.journal (run_no, partition);
comment on table passerelle.journal is 'Journal des transitions, en ajout seul : l''ordre de seq est celui des validations';
comment on column passerelle.journal.event_id is 'UUIDv5 de (sujet, rang, octets)';
comment on column passerelle.journal.partition is 'Partition du topic : hachage de l''EPCI';
comment on column passerelle.journal.type is 'Nom court de l''enregistrement Avro';
comment on column passerelle.journal.schema_fingerprint is 'Empreinte CRC-64-AVRO du schéma';

create table passerelle.registered_schema (
    id           int    primary key,
    fingerprint  bigint not null unique,
    name         text   not null,
    schema       text   not null
);
comment on table passerelle.registered_schema is 'Schémas enregistrés : l''identifiant que le registre leur a donné, vérifié à chaque démarrage';

create table passerelle.registered_subject (
    subject      text   primary key,
    id           int    not null references passerelle.registered_schema
);
comment on table passerelle.registered_subject is 'Sujets du registre et leur schéma courant';

-- ── Read model: written by events, read by batch and console ────────────────────────────────────
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
    primary key (namespace, type, id, run_no, partition)
);
create index result_by_run on passerelle.result (namespace, run_no, partition);
comment on table passerelle.result is 'Résultats par clé, par exécution et par partition : celui qui vaut est le dernier dont l''exécution n''est pas après l''exécution courante ; une salle qui change de partition y a deux lignes dans la même exécution, retirée ici, proposée là';
comment on column passerelle.result.partition is 'Partition qui l''a dit : une salle qui change d''EPCI est retirée de l''une et proposée dans l''autre par la même exécution';
comment on column passerelle.result.type is 'SCORE, CONVERSION, PLAN';
comment on column passerelle.result.id is 'Salle ou SIREN';
comment on column passerelle.result.payload is 'Octets Avro de Frequentation, Conversion ou Plan, sans champ d''exécution ; vide si retiré';
comment on column passerelle.result.doc is 'Le même en JSON, pour les requêtes';

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
comment on table passerelle.run_scored is 'Ce que chaque partition a dit en finissant une exécution (RunScored)';

create table passerelle.current_run (
    namespace  text   primary key,
    run_no     bigint not null references passerelle.run
);
comment on table passerelle.current_run is 'L''exécution courante de chaque espace : une ligne, déplacée quand le rapprochement a réussi';

create view passerelle.current_result as
select distinct on (r.namespace, r.type, r.id) r.*
from passerelle.result r
join passerelle.current_run c on c.namespace = r.namespace and r.run_no <= c.run_no
order by r.namespace, r.type, r.id, r.run_no desc, r.withdrawn;
comment on view passerelle.current_result is 'Ce qui vaut maintenant (les lignes withdrawn ne valent plus)';
