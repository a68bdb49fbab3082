-- Rooms, sites and EPCIs, twice: the working state of the nights, and what holds as of a run.

-- ── Working state ───────────────────────────────────────────────────────────────────────────────
-- A run compares its files with these tables, and changes them long before it publishes: a run that is on its way,
-- failed or abandoned has already written here. So they are batch's own, and the console may not read them.

-- Written by batch (territory).
create table passerelle.epci (
    epci     text  primary key,  -- SIREN
    payload  bytea not null
);
comment on table passerelle.epci is
    'Intercommunalités, état de travail des exécutions (EpciDescribed, octets Avro) ; '
    'ce qui est montré se lit dans places_as_of';

-- Written by batch (room).
create table passerelle.room (
    room_id  text  primary key,
    epci     text  not null,  -- of its commune; SANS-EPCI for none
    payload  bytea not null
);
comment on table passerelle.room is
    'Salles, état de travail des exécutions (RoomInventoried, octets Avro) ; '
    'ce qui est montré se lit dans places_as_of';

-- Other places that could be the seat of a tiers lieu. Written by batch (room).
create table passerelle.site (
    site_id  text  collate "C" primary key,
    epci     text  not null,
    payload  bytea not null
);
comment on table passerelle.site is
    'Autres sites, état de travail des exécutions (SiteDescribed, octets Avro) ; '
    'ce qui est montré se lit dans places_as_of';

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
create index journal_of_places on passerelle.journal
    (split_part(subject, ':', 1), substr(subject, strpos(subject, ':') + 1), seq desc)
    where type in ('EpciDescribed', 'RoomInventoried', 'RoomWithdrawn', 'SiteDescribed', 'SiteWithdrawn');

create view passerelle.place_version as
select split_part(subject, ':', 1) as kind, substr(subject, strpos(subject, ':') + 1) as id, seq, run_no, epci,
    type in ('RoomWithdrawn', 'SiteWithdrawn') as gone, payload, schema_fingerprint
from passerelle.journal
where type in ('EpciDescribed', 'RoomInventoried', 'RoomWithdrawn', 'SiteDescribed', 'SiteWithdrawn');
comment on view passerelle.place_version is
    'Versions successives des salles, des sites et des intercommunalités, telles que le journal les a dites';
comment on column passerelle.place_version.kind is 'Ce dont il s''agit, comme le dit le sujet : epci, room, site';
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
    'Les salles (room), les sites (site) ou les intercommunalités (epci) tels qu''ils valent à une exécution ; '
    'à 0, aucun';
