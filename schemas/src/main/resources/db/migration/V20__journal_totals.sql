-- How many data records the journal held when a run closed: the next run counts what came since, not all of it again. A run that closes
-- when there is no total before it counts from the beginning.
create table passerelle.journal_total (
    run_no     bigint   not null references passerelle.run,
    partition  smallint not null,
    records    bigint   not null,
    up_to      bigint   not null,
    primary key (run_no, partition)
);
comment on table passerelle.journal_total is 'Données du journal, par partition, à la clôture de chaque exécution : ce que RunClosed annonce';
comment on column passerelle.journal_total.records is 'Enregistrements de données (ni RunOpened, ni RunClosed, ni RunAbandoned, ni RunPublished) depuis le début';
comment on column passerelle.journal_total.up_to is 'Rang (seq) du dernier enregistrement compté';
