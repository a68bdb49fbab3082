-- Two sheets of one workbook are two sources of one file: a source is known by its name, unique in a run; and one line may give several rows.
-- Two files of one name, in two folders, could be in one run.
update passerelle.source_file t set name = name || '-' || left(sha256, 8)
where exists (select from passerelle.source_file o where o.run_no = t.run_no and o.role = t.role and o.name = t.name and o.sha256 <> t.sha256);
alter table passerelle.source_file drop constraint source_file_pkey;
alter table passerelle.source_file add primary key (run_no, role, name);

update passerelle.reject t set file_name = file_name || '-' || left(sha256, 8)
where exists (select from passerelle.reject o where o.run_no = t.run_no and o.file_name = t.file_name and o.sha256 <> t.sha256);
alter table passerelle.reject drop constraint reject_pkey;
alter table passerelle.reject add primary key (run_no, file_name, line, ordinal);
comment on column passerelle.reject.file_name is 'Nom de la source, unique dans l''exécution ; jamais un nom de personne';
comment on column passerelle.reject.line is 'Ligne du fichier, ou de la feuille, à partir de 1 ; 0 pour ce que le fichier dit sans ligne';
comment on column passerelle.reject.ordinal is 'Rang, à partir de 0, parmi les lignes de table que donne une ligne du fichier';

create table passerelle.correction (
    run_no       bigint not null references passerelle.run,
    file_name    text   not null,
    sha256       text   not null,
    line         bigint not null,
    ordinal      int    not null,
    column_name  text   not null,
    code         text   not null,
    before       text   not null,
    after        text   not null,
    primary key (run_no, file_name, line, ordinal, column_name)
);
comment on table passerelle.correction is 'Cellules corrigées en route, avant et après ; jamais une personne';

-- The path of a file may hold a name: it is no longer kept here.
update passerelle.run
set parameters = jsonb_set(parameters, '{inputs}', (
        select coalesce(jsonb_agg((i - 'path') || '{"mapping": ""}'::jsonb order by n), '[]')
        from jsonb_array_elements(parameters -> 'inputs') with ordinality as given (i, n)))
where parameters ? 'inputs';
