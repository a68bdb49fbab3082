-- Which table a row was meant for: an inventory and a register may have the same name, and an export of rejects must know the columns.
alter table passerelle.reject add column table_name text;
update passerelle.reject r set table_name = coalesce(
    (select case s.role when 'ROOMS' then 'salles' when 'INTERCOMMUNALITES' then 'intercommunalites' else 'frequentation' end
     from passerelle.source_file s where s.run_no = r.run_no and s.sha256 = r.sha256 order by s.role desc limit 1), 'frequentation');
alter table passerelle.reject alter column table_name set not null;
alter table passerelle.reject drop constraint reject_pkey;
alter table passerelle.reject add primary key (run_no, table_name, file_name, line, ordinal);
comment on column passerelle.reject.table_name is 'Table visée : salles, frequentation, intercommunalites';

-- Two repairs of one cell are two corrections. Nothing was written to this table before this version.
alter table passerelle.correction add column table_name text not null;
alter table passerelle.correction add column place int not null;
alter table passerelle.correction drop constraint correction_pkey;
alter table passerelle.correction add primary key (run_no, table_name, file_name, line, ordinal, place);
comment on column passerelle.correction.table_name is 'Table visée : salles, frequentation, intercommunalites';
comment on column passerelle.correction.place is 'Rang, à partir de 0, parmi les corrections de la ligne';
