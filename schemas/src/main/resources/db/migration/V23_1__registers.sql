comment on column passerelle.attendance.key is 'id:ID dans le registre de la région, registre:NOM:ID dans un registre nommé par un mapping ; sans identifiant : salle, période, grain, activité et rang';

-- A corrected row that is refused again is a reject of the file of corrections, which says nothing of the register that it came from.
create table passerelle.reject_origin (
    run_no           bigint not null,
    table_name       text   not null,
    file_name        text   not null,
    line             bigint not null,
    ordinal          int    not null,
    register_run_no  bigint not null references passerelle.run,
    register_name    text   not null,
    primary key (run_no, table_name, file_name, line, ordinal),
    foreign key (run_no, table_name, file_name, line, ordinal) references passerelle.reject
);
comment on table passerelle.reject_origin is 'Rejets de lignes corrigées : l''exécution et le nom du registre d''où chacune est venue';
