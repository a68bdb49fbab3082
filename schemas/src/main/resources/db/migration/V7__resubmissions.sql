-- Which rejects came back corrected, and under which key, so that the same row never enters twice.
create index reject_by_cells on passerelle.reject (run_no, table_name, file_name, md5(cells::text));

-- The same row, refused again in a file that has grown, reads the same: it is known by its cells and its rank among equals. Where the
-- cells could not be told apart, by its place.
create function passerelle.likeness(r passerelle.reject) returns text language sql stable as $$
    select case
        when exists (select from jsonb_each_text(r.cells) c where c.value <> '')
        then md5(r.cells::text) || '-' || (
            select count(*) from passerelle.reject p
            where p.run_no = r.run_no and p.table_name = r.table_name and p.file_name = r.file_name
              and md5(p.cells::text) = md5(r.cells::text) and (p.line, p.ordinal) < (r.line, r.ordinal))
        else md5(r.file_name || '/' || r.line || '/' || r.ordinal)
    end
$$;

create table passerelle.reject_resubmission (
    run_no      bigint not null,
    table_name  text   not null,
    file_name   text   not null,
    line        bigint not null,
    ordinal     int    not null,
    sha256      text   not null,
    likeness    text   not null,
    by_run_no   bigint not null references passerelle.run,
    key         text   collate "C" not null,
    primary key (run_no, table_name, file_name, line, ordinal),
    foreign key (run_no, table_name, file_name, line, ordinal) references passerelle.reject
);
create index reject_resubmission_by_row on passerelle.reject_resubmission (table_name, sha256, line, ordinal);
create index reject_resubmission_by_likeness on passerelle.reject_resubmission (table_name, likeness);
create index reject_resubmission_by_run on passerelle.reject_resubmission (by_run_no);
comment on table passerelle.reject_resubmission is 'Rejets repris : la ligne corrigée est entrée';
comment on column passerelle.reject_resubmission.by_run_no is 'Exécution qui a inscrit ce que dit la ligne corrigée';
comment on column passerelle.reject_resubmission.key is 'Clé de l''enregistrement';
