create table passerelle.site (
    site_id  text  collate "C" primary key,
    epci     text  not null,
    payload  bytea not null
);
comment on table passerelle.site is 'État des autres sites : SiteDescribed, octets Avro';

create table passerelle.territoire (
    insee          text primary key,
    access_deficit boolean,
    fiche_action   text
);
comment on table passerelle.territoire is 'Ce que dit le fichier territoires, par commune d''aujourd''hui ; vide : personne ne l''a dit';

-- An EPCI that merges or splits leaves its decisions to another: one copy a decision and a new EPCI, however often the job runs.
alter table passerelle.decision add column carried_from bigint references passerelle.decision;
alter table passerelle.decision add constraint decision_carried_once unique (carried_from, epci);
comment on column passerelle.decision.carried_from is 'Décision dont celle-ci est la copie, portée à l''EPCI qui a succédé au sien ; vide pour une décision saisie';

comment on column passerelle.reject.table_name is 'Table visée : salles, frequentation, intercommunalites, sites, territoires';
comment on column passerelle.correction.table_name is 'Table visée : salles, frequentation, intercommunalites, sites, territoires';
