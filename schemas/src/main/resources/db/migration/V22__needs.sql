-- What was asked for in the diagnostics of the EPCIs, twice as places are: the working state of the nights, and what
-- holds as of a run, which is read from the journal.

-- Working state, batch's own. Written by batch (territory).
create table passerelle.needs (
    epci                text   primary key,  -- SIREN
    payload             bytea  not null,
    schema_fingerprint  bigint not null
);
comment on table passerelle.needs is
    'Besoins exprimés, état de travail des exécutions (NeedsReported, octets Avro) ; '
    'ce qui est montré se lit dans places_as_of';
comment on column passerelle.needs.schema_fingerprint is 'Empreinte CRC-64-AVRO du schéma de payload';

-- A partial index serves only who asks for no more than it has: both get the new record.
drop index passerelle.journal_of_places;
create index journal_of_places on passerelle.journal
    (split_part(subject, ':', 1), substr(subject, strpos(subject, ':') + 1), seq desc)
    where type in ('EpciDescribed', 'RoomInventoried', 'RoomWithdrawn', 'SiteDescribed', 'SiteWithdrawn',
                   'NeedsReported');
drop index passerelle.journal_of_subjects;
create index journal_of_subjects on passerelle.journal (type, seq)
    where type in ('EpciDescribed', 'RoomInventoried', 'RoomWithdrawn', 'SiteDescribed', 'SiteWithdrawn',
                   'DecisionRecorded', 'NeedsReported');

create or replace view passerelle.place_version as
select split_part(subject, ':', 1) as kind, substr(subject, strpos(subject, ':') + 1) as id, seq, run_no, epci,
    type in ('RoomWithdrawn', 'SiteWithdrawn') as gone, payload, schema_fingerprint
from passerelle.journal
where type in ('EpciDescribed', 'RoomInventoried', 'RoomWithdrawn', 'SiteDescribed', 'SiteWithdrawn', 'NeedsReported');
comment on view passerelle.place_version is
    'Versions successives des salles, des sites, des intercommunalités et de leurs besoins exprimés, telles que le '
    'journal les a dites';
comment on column passerelle.place_version.kind is 'Ce dont il s''agit, comme le dit le sujet : epci, room, site, needs';
comment on function passerelle.places_as_of is
    'Les salles (room), les sites (site), les intercommunalités (epci) ou leurs besoins exprimés (needs) tels qu''ils '
    'valent à une exécution ; à 0, aucun';
