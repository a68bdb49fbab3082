-- What a run did not take as it was: rows that it refused, cells that it repaired. A row is found by run, table,
-- source, line and rank; none of these tables ever holds a person.

-- The rows that were refused, kept for good. Written by batch (source.reject) in the transaction of the rows around
-- them; read by batch and the console, which list and export them.
create table passerelle.reject (
    run_no       bigint not null references passerelle.run,
    table_name   text   not null,
    file_name    text   not null,
    sha256       text   not null,  -- of the file
    line         bigint not null,
    ordinal      int    not null,
    column_name  text,             -- empty where the row as a whole is refused
    reason       text   not null,  -- a code, such as DOUBLON
    message      text   not null,  -- in French, for whoever corrects the row
    cells        jsonb  not null,  -- by the names of the table's columns
    primary key (run_no, table_name, file_name, line, ordinal)
);
comment on table passerelle.reject is 'Lignes refusées : où, pourquoi, et leurs cellules ; jamais une personne';
comment on column passerelle.reject.table_name is
    'Table visée : salles, frequentation, intercommunalites, sites, territoires';
comment on column passerelle.reject.file_name is
    'Nom de la source, unique dans l''exécution ; jamais un nom de personne';
comment on column passerelle.reject.line is
    'Ligne du fichier, ou de la feuille, à partir de 1 ; 0 pour ce que le fichier dit sans ligne';
comment on column passerelle.reject.ordinal is
    'Rang, à partir de 0, parmi les lignes de table que donne une ligne du fichier';

-- The cells that were repaired on the way in, of rows that were taken; one row a repair, as a cell may need two.
-- Written by batch (source.reject), and deleted again where another line makes the row refused.
create table passerelle.correction (
    run_no       bigint not null references passerelle.run,
    table_name   text   not null,
    file_name    text   not null,
    sha256       text   not null,
    line         bigint not null,
    ordinal      int    not null,
    place        int    not null,
    column_name  text   not null,
    code         text   not null,
    before       text   not null,
    after        text   not null,
    primary key (run_no, table_name, file_name, line, ordinal, place)
);
comment on table passerelle.correction is 'Cellules corrigées en route, avant et après ; jamais une personne';
comment on column passerelle.correction.table_name is
    'Table visée : salles, frequentation, intercommunalites, sites, territoires';
comment on column passerelle.correction.place is 'Rang, à partir de 0, parmi les corrections de la ligne';

-- Which rejects came back corrected and were taken: they are listed no more, unless the register that they belong to
-- is withdrawn. Written by batch (attendance).
create table passerelle.reject_resubmission (
    run_no      bigint not null,
    table_name  text   not null,
    file_name   text   not null,
    line        bigint not null,
    ordinal     int    not null,
    sha256      text   not null,
    by_run_no   bigint not null references passerelle.run,
    primary key (run_no, table_name, file_name, line, ordinal),
    foreign key (run_no, table_name, file_name, line, ordinal) references passerelle.reject
);
create index reject_resubmission_by_row on passerelle.reject_resubmission (table_name, sha256, line, ordinal);
create index reject_resubmission_by_run on passerelle.reject_resubmission (by_run_no);
comment on table passerelle.reject_resubmission is 'Rejets repris : la ligne corrigée est entrée';
comment on column passerelle.reject_resubmission.by_run_no is 'Exécution qui a inscrit ce que dit la ligne corrigée';

-- A corrected row that is refused again is a reject of the file of corrections, which says nothing of the register
-- that it came from: this does. Written by batch (attendance).
create table passerelle.reject_origin (
    run_no            bigint not null,
    table_name        text   not null,
    file_name         text   not null,
    line              bigint not null,
    ordinal           int    not null,
    register_run_no   bigint not null references passerelle.run,
    register_name     text   not null,
    register_line     bigint not null,  -- the row's own place in that register
    register_ordinal  int    not null,
    primary key (run_no, table_name, file_name, line, ordinal),
    foreign key (run_no, table_name, file_name, line, ordinal) references passerelle.reject
);
comment on table passerelle.reject_origin is
    'Rejets de lignes corrigées : l''exécution et le nom du registre d''où chacune est venue';
