-- Once a partition has said all of a run, nothing more is taken of that run: events (projection) asks for this before it
-- writes. Topics that are made anew are read from their beginning: what the read model keeps meanwhile is marked here
-- by batch (rebuild), and is awaited until events says it again.
alter table passerelle.result add column awaited boolean not null default false;
comment on column passerelle.result.awaited is
    'Vrai depuis que les topics ont été refaits et jusqu''à ce qu''events redise ce résultat';
-- How many results a partition has said is counted by the index alone, as before.
drop index passerelle.result_by_run;
create index result_by_run on passerelle.result (namespace, run_no, partition, awaited);
