-- The calendars of the nomadic service: planned first, then computed exactly as planned, published or discarded by people; and
-- the sessions that were held. No input of a score, of a proposal or of a replay.

-- One row a plan, kept when it is discarded. Written by batch (tournees).
create table passerelle.tour_plan (
    tour_no        bigint      primary key,
    tour_id        text        not null unique,
    state          text        not null,
    base_run_no    bigint      not null references passerelle.run,
    manifest       jsonb       not null,
    manifest_hash  text        not null,
    animateurs     text        not null,
    lieux          text,
    trajets        text,
    reason         text        not null,
    account        text        not null,
    planned_at     timestamptz not null default now(),
    computed_at    timestamptz,
    ended_at       timestamptz
);
comment on table passerelle.tour_plan is
    'Calendriers préparés : qui tiendrait quelle séance, où et quand ; publié ou écarté par des personnes';
comment on column passerelle.tour_plan.tour_no is 'Numéro, à partir de 1, sans trou';
comment on column passerelle.tour_plan.tour_id is 'Identifiant lisible, T-000001';
comment on column passerelle.tour_plan.state is 'PLANNED, COMPUTED, PUBLISHED, DISCARDED';
comment on column passerelle.tour_plan.base_run_no is 'Exécution publiée dont viennent les étapes';
comment on column passerelle.tour_plan.manifest is
    'Ce que le plan a figé : exécution, empreintes de ses résultats, du barème et des fichiers, semaines, publications alors en '
    'vigueur';
comment on column passerelle.tour_plan.manifest_hash is 'SHA-256 du manifeste';
comment on column passerelle.tour_plan.animateurs is
    'Animateurs tels qu''ils ont été lus (JSON, cellules typées) : identifiants opaques, jamais un nom';
comment on column passerelle.tour_plan.lieux is 'Lieux tels qu''ils ont été lus (JSON, cellules typées) ; vide sans fichier';
comment on column passerelle.tour_plan.trajets is 'Trajets tels qu''ils ont été lus (JSON, cellules typées) ; vide sans fichier';
comment on column passerelle.tour_plan.reason is 'Pourquoi ; jamais une personne';
comment on column passerelle.tour_plan.account is 'Compte opaque de qui l''a préparé';
comment on column passerelle.tour_plan.planned_at is 'Quand il a été préparé';
comment on column passerelle.tour_plan.computed_at is 'Quand il a été calculé ; vide avant';
comment on column passerelle.tour_plan.ended_at is 'Quand il a été publié ou écarté ; vide avant';

-- Only ever appended to, by batch (tournees), in the transaction that takes the step.
create table passerelle.tour_step (
    step_no        bigint      generated always as identity primary key,
    tour_no        bigint      not null references passerelle.tour_plan,
    step           text        not null,
    account        text        not null,
    reason         text        not null,
    manifest_hash  text        not null,
    done_at        timestamptz not null default now()
);
comment on table passerelle.tour_step is
    'Chaque geste sur un calendrier : qui (compte opaque), quand, pourquoi, sur quel manifeste';
comment on column passerelle.tour_step.step_no is 'Rang du geste';
comment on column passerelle.tour_step.tour_no is 'Calendrier';
comment on column passerelle.tour_step.step is 'PLAN, RUN, PUBLISH, DISCARD';
comment on column passerelle.tour_step.account is 'Compte opaque de qui l''a fait';
comment on column passerelle.tour_step.reason is 'Pourquoi ; jamais une personne';
comment on column passerelle.tour_step.manifest_hash is 'Manifeste sur lequel il porte';
comment on column passerelle.tour_step.done_at is 'Quand';

-- What the topic passerelle.calendars carries, in its order: only ever appended to, by batch (tournees), in the transaction
-- that computes, publishes or takes sessions in.
create table passerelle.calendar_record (
    seq                 bigint      primary key,
    event_id            uuid        not null unique,
    subject             text        not null,
    subject_seq         bigint      not null,
    epci                text        not null,
    tour_no             bigint      references passerelle.tour_plan,
    type                text        not null,
    payload             bytea       not null,
    schema_fingerprint  bigint      not null,
    recorded_at         timestamptz not null default now(),
    unique (subject, subject_seq)
);
comment on table passerelle.calendar_record is
    'Enregistrements des calendriers, dans l''ordre du topic passerelle.calendars, qui se refait d''ici';
comment on column passerelle.calendar_record.seq is 'Rang, à partir de 1, sans trou';
comment on column passerelle.calendar_record.event_id is 'UUIDv5 du sujet, de son rang et du contenu';
comment on column passerelle.calendar_record.subject is
    'tour:T-000001:0 (un secteur), calendar:SIREN, session:IDENTITE ou held:ETAPE:AAAA-MM';
comment on column passerelle.calendar_record.subject_seq is 'Rang dans le sujet, à partir de 1, sans trou';
comment on column passerelle.calendar_record.epci is 'SIREN ; pour un secteur, le premier des siens';
comment on column passerelle.calendar_record.tour_no is 'Calendrier ; vide pour des séances tenues';
comment on column passerelle.calendar_record.type is 'ToursComputed, CalendarPublished, SessionCancelled ou SessionsHeld';
comment on column passerelle.calendar_record.payload is 'Octets Avro, sans en-tête';
comment on column passerelle.calendar_record.schema_fingerprint is 'Empreinte CRC-64-AVRO du schéma de payload';
comment on column passerelle.calendar_record.recorded_at is 'Quand il a été inscrit';

-- The sessions as they now stand, one row each for life: derived from the records, which remake it. Written by batch (tournees).
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

create index calendar_record_of_plan on passerelle.calendar_record (tour_no, type, seq);
create index tour_step_of_plan on passerelle.tour_step (tour_no, step_no);
create index tour_session_of_day on passerelle.tour_session (day);

create trigger tour_plan_stands before update on passerelle.tour_plan for each row
when ((new.tour_no, new.tour_id, new.base_run_no, new.manifest, new.manifest_hash, new.animateurs,
            new.lieux, new.trajets, new.reason, new.account, new.planned_at)
        is distinct from (old.tour_no, old.tour_id, old.base_run_no, old.manifest,
            old.manifest_hash, old.animateurs, old.lieux, old.trajets, old.reason, old.account, old.planned_at))
execute function passerelle.refuse_rewriting();
