-- What each import of a register said, so that a register can be taken back exactly: the values that later files replaced, and which
-- records a file repeated unchanged. A record has a number, so that a file that repeats 185,000 of them costs a few ranges.
create table passerelle.file_import (
    import_no        int     generated always as identity primary key,
    file_no          int     not null references passerelle.file,
    run_no           bigint  not null references passerelle.run,
    withdrawn_by     bigint  references passerelle.run,
    withdrawal_done  boolean not null default false,
    unique (file_no, run_no)
);
comment on table passerelle.file_import is 'Imports des registres, dans leur ordre : de deux valeurs d''une clé, celle du dernier import qui reste vaut';
comment on column passerelle.file_import.withdrawn_by is 'Exécution qui le retire ; vide tant qu''il vaut';
comment on column passerelle.file_import.withdrawal_done is 'Vrai quand plus rien de ce qu''il a dit ne reste dans l''état';

-- What was known before imports were numbered: a file counts as imported by the last run that read it.
insert into passerelle.file_import (file_no, run_no)
select f.file_no, coalesce(max(s.run_no), (select max(run_no) from passerelle.run))
from passerelle.file f
left join passerelle.source_file s on s.sha256 = f.sha256 and s.role = 'ATTENDANCE'
group by f.file_no
order by f.file_no;

create sequence passerelle.attendance_record_no as int increment by 1000;
comment on sequence passerelle.attendance_record_no is 'Premier numéro d''une tranche de mille ; un numéro ne sert qu''une fois';

alter table passerelle.attendance add column record_no int;
alter table passerelle.attendance add column import_no int references passerelle.file_import;
update passerelle.attendance a
set record_no = n.record_no, import_no = i.import_no
from (select key, row_number() over (order by file_no, line, key) as record_no from passerelle.attendance) n,
     passerelle.file_import i
where n.key = a.key and i.file_no = a.file_no;
select setval('passerelle.attendance_record_no', coalesce(max(record_no), 0) + 1, false) from passerelle.attendance;
alter table passerelle.attendance alter column record_no set not null;
alter table passerelle.attendance alter column import_no set not null;
alter table passerelle.attendance drop column file_no;
create unique index attendance_by_number on passerelle.attendance (record_no);
comment on column passerelle.attendance.record_no is 'Numéro de l''enregistrement, le même tant qu''un fichier le dit';
comment on column passerelle.attendance.import_no is 'Premier des imports restants qui disent cette valeur sans interruption';
comment on column passerelle.attendance.line is 'Ligne du fichier de cet import ; 0 quand il répète ce qu''un fichier retiré depuis disait';

create table passerelle.attendance_superseded (like passerelle.attendance);
alter table passerelle.attendance_superseded add primary key (record_no, import_no);
alter table passerelle.attendance_superseded add foreign key (import_no) references passerelle.file_import;
comment on table passerelle.attendance_superseded is 'Valeurs qu''un import plus récent a remplacées : elles reviennent si son fichier est retiré';

create table passerelle.attendance_repeat (
    repeat_no  bigint generated always as identity primary key,
    import_no  int    not null references passerelle.file_import,
    records    int4multirange not null
);
create index attendance_repeat_by_import on passerelle.attendance_repeat (import_no);
create index attendance_repeat_by_record on passerelle.attendance_repeat using gist (records);
comment on table passerelle.attendance_repeat is 'Enregistrements qu''un import a répétés tels qu''ils étaient alors : une ligne par lot';
