-- Published means one run, for everything. The tables room, site and epci are the working state of the night: a run that is on its way, failed
-- or abandoned has already changed them. The journal keeps every version of a place with the run that wrote it; what people are shown is read
-- from there, as of the run that is published. Nothing is stored twice, and nothing has to be copied when a run closes.
create index journal_of_places on passerelle.journal
    (split_part(subject, ':', 1), substr(subject, strpos(subject, ':') + 1), seq desc)
    where type in ('EpciDescribed', 'RoomInventoried', 'RoomWithdrawn', 'SiteDescribed', 'SiteWithdrawn');

create view passerelle.place_version as
select split_part(subject, ':', 1) as kind, substr(subject, strpos(subject, ':') + 1) as id, seq, run_no, epci,
    type in ('RoomWithdrawn', 'SiteWithdrawn') as gone, payload, schema_fingerprint
from passerelle.journal
where type in ('EpciDescribed', 'RoomInventoried', 'RoomWithdrawn', 'SiteDescribed', 'SiteWithdrawn');
comment on view passerelle.place_version is 'Versions successives des salles, des sites et des intercommunalités, telles que le journal les a dites';
comment on column passerelle.place_version.kind is 'Ce dont il s''agit, comme le dit le sujet : epci, room, site';
comment on column passerelle.place_version.id is 'SIREN, salle ou site';
comment on column passerelle.place_version.seq is 'Rang dans le journal : la version qui vaut à une exécution est la dernière qu''elle ou une exécution d''avant a dite';
comment on column passerelle.place_version.gone is 'Vrai quand le lieu quitte l''intercommunalité ; s''il arrive dans une autre, la version suivante le dit';
comment on column passerelle.place_version.payload is 'Octets Avro';
comment on column passerelle.place_version.schema_fingerprint is 'Empreinte CRC-64-AVRO du schéma de ces octets (registered_schema)';

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
comment on function passerelle.places_as_of is 'Les salles (room), les sites (site) ou les intercommunalités (epci) tels qu''ils valent à une exécution ; à 0, aucun';

-- The same for results, so that whoever has read which run is current reads nothing of another one.
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
comment on function passerelle.results_as_of is 'Les résultats d''un espace de noms tels qu''ils valent à une exécution ; à 0, aucun';

comment on table passerelle.epci is 'Intercommunalités, état de travail des exécutions (EpciDescribed, octets Avro) ; ce qui est montré se lit dans places_as_of';
comment on table passerelle.room is 'Salles, état de travail des exécutions (RoomInventoried, octets Avro) ; ce qui est montré se lit dans places_as_of';
comment on table passerelle.site is 'Autres sites, état de travail des exécutions (SiteDescribed, octets Avro) ; ce qui est montré se lit dans places_as_of';
