-- Attendance is kept by months of rooms: of each month what every remaining import says of it, once. What holds is a pure function of that.
-- Rows of before do not say which of an import's lines were put aside, or repeated where: a database that holds some is not converted.
do $before$
begin
    if exists (select from passerelle.attendance) then
        raise exception 'Cette base a des relevés d''avant les mois de salles, qui ne se convertissent pas : repartez d''une base neuve et redonnez les registres.';
    end if;
end
$before$;

create function passerelle.month_text(month int) returns text language sql immutable as $$
    select to_char(make_date(month / 12, month % 12 + 1, 1), 'YYYY-MM')
$$;
comment on function passerelle.month_text is 'AAAA-MM d''un mois compté depuis l''an 0 : 12 × année + mois - 1';

drop view analyses.releves;
drop table passerelle.month_due;
drop table passerelle.attendance_repeat;
drop table passerelle.attendance_superseded;
drop table passerelle.attendance;
drop sequence passerelle.attendance_record_no;
alter table passerelle.reject_resubmission drop column key;
alter table passerelle.reject_resubmission drop column likeness;
drop function passerelle.likeness;
drop index passerelle.reject_by_cells;
alter table passerelle.file_import drop column repeats_known;
alter table passerelle.file_import add column adds boolean not null default false;
comment on column passerelle.file_import.adds is 'Vrai quand son mapping dit d''additionner les lignes d''une même période';

create table passerelle.room_number (
    room_no  int   generated always as identity primary key,
    room_id  text  collate "C" not null unique
);
comment on table passerelle.room_number is 'Numéro de chaque salle, pour toujours';

create sequence passerelle.attendance_month_no as int increment by 1000;
comment on sequence passerelle.attendance_month_no is 'Premier numéro d''une tranche de mille ; un numéro ne sert qu''une fois';

create table passerelle.attendance_month (
    month_no      int      primary key,
    room_no       int      not null references passerelle.room_number,
    month         int      not null,
    open_to       int4multirange not null,
    open_long_to  int4multirange not null,
    straddles     boolean  not null,
    unique (room_no, month)
);
comment on table passerelle.attendance_month is 'Mois de salles dont quelque chose a été dit';
comment on column passerelle.attendance_month.month is 'Mois où commencent ses lignes, compté depuis l''an 0 : 12 × année + mois - 1';
comment on column passerelle.attendance_month.open_to is 'Mois, comptés de même, où finissent ses périodes ouvertes d''un mois au plus';
comment on column passerelle.attendance_month.open_long_to is 'De même pour les plus longues';
comment on column passerelle.attendance_month.straddles is 'Vrai quand une de ses lignes, même écartée, peut en chevaucher d''autres (SEMAINE, PERIODE)';

create table passerelle.attendance_said (
    month_no   int    not null,
    import_no  int    not null,
    lines      bytea  not null,
    held       int    not null,
    gone       boolean not null default false,
    primary key (month_no, import_no)
);
alter table passerelle.attendance_said alter column lines set storage external;
comment on table passerelle.attendance_said is 'Ce que chaque import dit d''un mois de salle, tel qu''il l''a dit ; jamais une personne';
comment on column passerelle.attendance_said.lines is 'Ses lignes, et les identifiants qu''il dit d''un autre mois (SayingCodec)';
create index attendance_said_gone on passerelle.attendance_said (import_no) where gone;
comment on column passerelle.attendance_said.gone is 'Vrai tant que l''import se retire : il ne dit plus rien de ce mois, mais où vont les lignes se demande encore';
comment on column passerelle.attendance_said.held is 'Combien de ses lignes valent, celles qu''il a été le premier à dire';

create table passerelle.attendance_repeat (
    repeat_no  bigint generated always as identity primary key,
    import_no  int    not null references passerelle.file_import,
    months     int4multirange not null
);
create index attendance_repeat_by_import on passerelle.attendance_repeat (import_no);
create index attendance_repeat_by_month on passerelle.attendance_repeat using gist (months);
comment on table passerelle.attendance_repeat is 'Mois de salles dont un import a répété ce qu''un autre venait d''en dire : une ligne par lot';

create table passerelle.line_id (
    id        text  collate "C" not null,
    register  text  collate "C" not null,
    room_no   int   not null,
    month     int   not null,
    primary key (id, register)
);
comment on table passerelle.line_id is 'Où est la ligne de chaque identifiant d''un registre';
comment on column passerelle.line_id.register is 'Nom du registre ; vide pour celui de la région';

create table passerelle.month_due (
    room_no    int      not null,
    month      int      not null,
    moved      boolean  not null,
    withdrawn  boolean  not null,
    primary key (room_no, month)
);
comment on table passerelle.month_due is 'Mois de salles à refaire sans qu''un fichier en parle : l''étape « fold » les refait et les efface';
comment on column passerelle.month_due.moved is 'La salle arrive dans une intercommunalité : son histoire la suit';
comment on column passerelle.month_due.withdrawn is 'Le retrait d''un registre le concerne';

create table passerelle.line_departure (
    room_no    int   not null,
    month      int   not null,
    import_no  int   not null,
    register   text  collate "C" not null,
    id         text  collate "C" not null,
    to_room    int   not null,
    to_month   int   not null,
    primary key (room_no, month, import_no, register, id)
);
comment on table passerelle.line_departure is 'Lignes qu''un import dit d''un autre mois que celui-ci, qui ne le sait pas encore';

-- What a run has read and not folded yet. Unlogged: if PostgreSQL loses it, its count falls short and it is read again.
create unlogged table passerelle.staged_line (
    room_no    int       not null,
    month      int       not null,
    import_no  int       not null,
    file       int       not null,
    line       bigint    not null,
    ordinal    int       not null,
    register   text      collate "C",
    id         text      collate "C",
    value      bytea     not null
);
comment on table passerelle.staged_line is 'Lignes de fréquentation lues par l''exécution en cours, une par une, sans index';

create unlogged table passerelle.staged_correction (
    file           int     not null,
    line           bigint  not null,
    ordinal        int     not null,
    run_no         bigint  not null,
    file_name      text    not null,
    reject_line    bigint  not null,
    reject_ordinal int     not null,
    register_run_no bigint not null,
    register_name  text    not null,
    said_line      bigint  not null,
    said_ordinal   int     not null
);
comment on table passerelle.staged_correction is 'De ces lignes, celles qui corrigent un rejet : lequel, et où la ligne est dans le fichier qui l''avait';

create unlogged table passerelle.staged_verdict (
    file        int     not null,
    line        bigint  not null,
    ordinal     int     not null,
    room_no     int     not null,
    reason      text,
    from_room   int,
    from_month  int
);
comment on table passerelle.staged_verdict is 'De ces lignes, celles que leur identifiant refuse, ou fait venir d''un autre mois';

create table passerelle.refused_line (
    run_no   bigint  not null references passerelle.run,
    file     int     not null,
    line     bigint  not null,
    ordinal  int     not null,
    reason   text    not null,
    primary key (run_no, file, line, ordinal)
);
comment on table passerelle.refused_line is 'Lignes qu''une autre a fait refuser : leurs cellules sont relues dans leur fichier, puis elles sont des rejets';

alter table passerelle.reject_origin add column register_line bigint not null default 0;
alter table passerelle.reject_origin add column register_ordinal int not null default 0;
alter table passerelle.reject_origin alter column register_line drop default;
alter table passerelle.reject_origin alter column register_ordinal drop default;

-- Two sheets of one workbook are two sources of one file, and two imports.
alter table passerelle.file_import add column name text not null default '';
alter table passerelle.file_import alter column name drop default;
alter table passerelle.file_import drop constraint file_import_file_no_run_no_key;
alter table passerelle.file_import add unique (file_no, run_no, name);
comment on column passerelle.file_import.name is 'Nom de la source dans l''exécution ; jamais un nom de personne';
