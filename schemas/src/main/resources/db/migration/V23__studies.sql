-- A study is a question that is asked beside the nights: what credits that are voted would fund, where étapes would best stand, who
-- holds which session. It is planned first, then computed exactly as planned, adopted or discarded by people. It is no input of a
-- score, of a proposal or of a replay, and decides nothing.

-- One row a study, kept when it is discarded. Written by batch (enveloppe, implantation, tournees).
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
    ended_at       timestamptz
);
comment on table passerelle.study is
    'Études : ce que des crédits permettraient, la meilleure implantation des étapes, qui tiendrait quelle séance ; jamais une '
    'décision';
comment on column passerelle.study.study_id is 'Identifiant lisible : S-000001 (scénario), T-000001 (calendrier)';
comment on column passerelle.study.study_no is 'Numéro parmi celles de la même lettre, à partir de 1, sans trou';
comment on column passerelle.study.kind is 'ENVELOPPE, IMPLANTATION ou CALENDRIER';
comment on column passerelle.study.state is
    'PLANNED, COMPUTED, ADOPTED (pour un calendrier : publié), REPLACED (adoptée, puis une autre à sa place), DISCARDED';
comment on column passerelle.study.base_run_no is 'Exécution publiée d''où elle part';
comment on column passerelle.study.question is
    'Ce que le plan a figé : exécution, empreintes de ses résultats, du barème et des fichiers, mois, options, et ce qui était '
    'alors adopté ou publié';
comment on column passerelle.study.question_hash is 'SHA-256 de la question';
comment on column passerelle.study.inputs is
    'Fichiers tels qu''ils ont été lus (cellules typées), par nom : crédits ; animateurs (identifiants opaques, jamais un nom), '
    'lieux et trajets';
comment on column passerelle.study.reason is 'Pourquoi ; jamais une personne';
comment on column passerelle.study.account is 'Compte opaque de qui l''a préparée';
comment on column passerelle.study.planned_at is 'Quand elle a été préparée';
comment on column passerelle.study.computed_at is 'Quand elle a été calculée ; vide avant';
comment on column passerelle.study.ended_at is 'Quand elle a été adoptée (la première fois) ou écartée ; vide avant';

-- Only ever appended to, by batch, in the transaction that takes the step.
create table passerelle.study_step (
    step_no        bigint      generated always as identity primary key,
    study_id       text        not null references passerelle.study,
    step           text        not null,
    account        text        not null,
    reason         text        not null,
    question_hash  text        not null,
    done_at        timestamptz not null default now()
);
comment on table passerelle.study_step is
    'Chaque geste sur une étude : qui (compte opaque), quand, pourquoi, sur quelle question';
comment on column passerelle.study_step.step_no is 'Rang du geste';
comment on column passerelle.study_step.study_id is 'Étude';
comment on column passerelle.study_step.step is 'PLAN, RUN, ADOPT (pour un calendrier : publication), DISCARD';
comment on column passerelle.study_step.account is 'Compte opaque de qui l''a fait';
comment on column passerelle.study_step.reason is 'Pourquoi ; jamais une personne';
comment on column passerelle.study_step.question_hash is 'Question sur laquelle il porte';
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

create index study_record_of_study on passerelle.study_record (study_id, type, seq);
create index study_step_of_study on passerelle.study_step (study_id, step_no);
create index tour_session_of_day on passerelle.tour_session (day);

create trigger study_stands before update on passerelle.study for each row
when ((new.study_id, new.study_no, new.kind, new.base_run_no, new.question, new.question_hash, new.inputs, new.reason, new.account,
            new.planned_at)
        is distinct from (old.study_id, old.study_no, old.kind, old.base_run_no, old.question, old.question_hash, old.inputs,
            old.reason, old.account, old.planned_at))
execute function passerelle.refuse_rewriting();
