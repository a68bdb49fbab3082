-- Who writes runs. A process that was frozen or cut off keeps connections that work: the lock of runs alone would not stop it. Whoever takes
-- the lock raises the epoch, and each writing transaction of a run holds this row in share mode at the epoch that it knows.
create table passerelle.fence (
    namespace  text        primary key,
    epoch      bigint      not null,
    owner      text        not null,
    taken_at   timestamptz not null default now()
);
comment on table passerelle.fence is 'Barrière des exécutions : seul le processus de la dernière époque écrit';
comment on column passerelle.fence.namespace is 'Espace de noms des topics (passerelle, ou celui d''un rejeu)';
comment on column passerelle.fence.epoch is 'Relevée chaque fois qu''un processus prend le verrou des exécutions ; à partir de 1';
comment on column passerelle.fence.owner is 'Nom des sessions de ce processus (application_name) : passerelle-batch-<numéro>-<naissance>';
