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
