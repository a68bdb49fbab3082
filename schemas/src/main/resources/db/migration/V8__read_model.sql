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
    primary key (namespace, type, id, run_no, partition)
);
create index result_by_run on passerelle.result (namespace, run_no, partition);
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
comment on column passerelle.result.doc is 'Le même en JSON, pour les requêtes';
-- Outside of the payload, of its hash and of doc.
comment on column passerelle.result.files is
    'Fichiers sur lesquels repose une note : empreinte, mois de la fenêtre, relevés ; vide pour les autres résultats';

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
