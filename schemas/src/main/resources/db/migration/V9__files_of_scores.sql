-- The files that a score rests on, beside it: outside of its payload, its hash and its doc.
alter table passerelle.result add column files jsonb;
comment on column passerelle.result.files is 'Fichiers sur lesquels repose une note : empreinte, mois de la fenêtre, relevés ; vide pour les autres résultats';

create or replace view passerelle.current_result as
select distinct on (r.namespace, r.type, r.id) r.*
from passerelle.result r
join passerelle.current_run c on c.namespace = r.namespace and r.run_no <= c.run_no
order by r.namespace, r.type, r.id, r.run_no desc, r.withdrawn;
