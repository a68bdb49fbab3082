-- What registers say of attendance, by months of rooms, and what holds as of a run. Of each month what every
-- remaining import says is kept once, as it said it; what holds is a pure function of that, told to the journal. All
-- tables here are written by batch (attendance) alone, most of them in the transaction that folds a room.

-- A month is a number wherever it is an int: 12 × year + month - 1.
create function passerelle.month_text(month int) returns text language sql immutable as $$
    select to_char(make_date(month / 12, month % 12 + 1, 1), 'YYYY-MM')
$$;
comment on function passerelle.month_text is 'AAAA-MM d''un mois compté depuis l''an 0 : 12 × année + mois - 1';

-- ── Who says something ──────────────────────────────────────────────────────────────────────────

-- Each file of attendance that was ever imported, by what it holds: the same bytes under two names are one file. The
-- console reads it too, to name the files that a score rests on.
create table passerelle.file (
    file_no  int  generated always as identity primary key,
    sha256   text not null unique,
    name     text not null  -- of the source that first brought it
);
comment on table passerelle.file is 'Fichiers de fréquentation connus';

-- One source taken in by one run. Two sheets of one workbook are two sources of one file, and two imports. The order
-- of the numbers is the order in which imports were made: of two that speak of a line, the later holds.
create table passerelle.file_import (
    import_no        int     generated always as identity primary key,
    file_no          int     not null references passerelle.file,
    run_no           bigint  not null references passerelle.run,
    name             text    not null,
    adds             boolean not null default false,
    register         text    collate "C" not null default '',
    continues        boolean not null default false,
    numbered         boolean,
    withdrawn_by     bigint  references passerelle.run,
    withdrawal_done  boolean not null default false,
    unique (file_no, run_no, name)
);
comment on table passerelle.file_import is
    'Imports des registres, dans leur ordre : de deux valeurs d''une clé, celle du dernier import qui reste vaut';
comment on column passerelle.file_import.name is
    'Nom de la source dans l''exécution ; jamais un nom de personne';
comment on column passerelle.file_import.adds is
    'Vrai quand son mapping dit d''additionner les lignes d''une même période';
comment on column passerelle.file_import.register is
    'Registre où ses lignes sont numérotées ; vide pour celui de la région';
comment on column passerelle.file_import.continues is
    'Vrai quand il continue ce registre : ses lignes y prennent la place de celles qui avaient une autre identité';
comment on column passerelle.file_import.numbered is
    'Vrai quand la plupart de ses lignes ont un identifiant ; vide tant qu''elles ne sont pas toutes lues';
comment on column passerelle.file_import.withdrawn_by is 'Exécution qui le retire ; vide tant qu''il vaut';
comment on column passerelle.file_import.withdrawal_done is
    'Vrai quand plus rien de ce qu''il a dit ne reste dans l''état';

-- ── What is said ────────────────────────────────────────────────────────────────────────────────

-- A number for each room, by which the tables below know it; a room keeps its number when it leaves the inventory.
create table passerelle.room_number (
    room_no  int   generated always as identity primary key,
    room_id  text  collate "C" not null unique
);
comment on table passerelle.room_number is 'Numéro de chaque salle, pour toujours';

-- Numbers of months are taken a thousand at a time, so that those of one run follow each other: what a file repeats
-- is then a few ranges.
create sequence passerelle.attendance_month_no as int increment by 1000;
comment on sequence passerelle.attendance_month_no is
    'Premier numéro d''une tranche de mille ; un numéro ne sert qu''une fois';

-- Each month of a room of which something was said, with what is asked of it without reading its lines.
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
comment on column passerelle.attendance_month.month is
    'Mois où commencent ses lignes, compté depuis l''an 0 : 12 × année + mois - 1';
comment on column passerelle.attendance_month.open_to is
    'Mois, comptés de même, où finissent ses périodes ouvertes d''un mois au plus';
comment on column passerelle.attendance_month.open_long_to is 'De même pour les plus longues';
comment on column passerelle.attendance_month.straddles is
    'Vrai quand une de ses lignes, même écartée, peut en chevaucher d''autres (SEMAINE, PERIODE)';

-- What each import says of a month, lines that are put aside included. It has no foreign key: month and import are
-- written in the same transaction and never deleted, and asking for each row would slow down COPY.
create table passerelle.attendance_said (
    month_no   int    not null,
    import_no  int    not null,
    lines      bytea  not null,
    held       int    not null,
    gone       boolean not null default false,
    primary key (month_no, import_no)
);
-- Kept as they are, not compressed.
alter table passerelle.attendance_said alter column lines set storage external;
create index attendance_said_gone on passerelle.attendance_said (import_no) where gone;
comment on table passerelle.attendance_said is
    'Ce que chaque import dit d''un mois de salle, tel qu''il l''a dit ; jamais une personne';
comment on column passerelle.attendance_said.lines is
    'Ses lignes, et les identifiants qu''il dit d''un autre mois (SayingCodec)';
comment on column passerelle.attendance_said.held is
    'Combien de ses lignes valent, celles qu''il a été le premier à dire';
comment on column passerelle.attendance_said.gone is
    'Vrai tant que l''import se retire : il ne dit plus rien de ce mois, mais où vont les lignes se demande encore';

-- An import that says of a month just what was said last keeps its number alone: if that other one is withdrawn, the
-- month is this one's.
create table passerelle.attendance_repeat (
    repeat_no  bigint generated always as identity primary key,
    import_no  int    not null references passerelle.file_import,
    months     int4multirange not null  -- of month_no
);
create index attendance_repeat_by_import on passerelle.attendance_repeat (import_no);
create index attendance_repeat_by_month on passerelle.attendance_repeat using gist (months);
comment on table passerelle.attendance_repeat is
    'Mois de salles dont un import a répété ce qu''un autre venait d''en dire : une ligne par lot';

-- Where the line of each id stands, so that a file that says it of another month moves it.
create table passerelle.line_id (
    id        text  collate "C" not null,
    register  text  collate "C" not null,
    room_no   int   not null,
    month     int   not null,
    primary key (id, register)
);
comment on table passerelle.line_id is 'Où est la ligne de chaque identifiant d''un registre';
comment on column passerelle.line_id.register is 'Nom du registre ; vide pour celui de la région';

-- ── What is still to be folded ──────────────────────────────────────────────────────────────────
-- Marked in the transaction that changes something, deleted in the one that folds the room: a restart, or the run
-- after an abandoned one, ends the work.

create table passerelle.month_due (
    room_no    int      not null,
    month      int      not null,
    moved      boolean  not null,
    withdrawn  boolean  not null,
    primary key (room_no, month)
);
comment on table passerelle.month_due is
    'Mois de salles à refaire sans qu''un fichier en parle : l''étape « fold » les refait et les efface';
comment on column passerelle.month_due.moved is
    'La salle arrive dans une intercommunalité : son histoire la suit';
comment on column passerelle.month_due.withdrawn is 'Le retrait d''un registre le concerne';

-- Lines that went from a month to one of another room: the month that loses them is due.
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
comment on table passerelle.line_departure is
    'Lignes qu''un import dit d''un autre mois que celui-ci, qui ne le sait pas encore';

-- ── The run that is on its way ──────────────────────────────────────────────────────────────────
-- What it has read, emptied once all is folded and what was refused is a reject, or when the run is abandoned.
-- Unlogged: if PostgreSQL loses it, its count falls short and the files are read again. A line is known by the place of
-- its file among those of the run, its line, and its rank among the rows that this line gives.

create unlogged table passerelle.staged_line (
    room_no    int       not null,
    month      int       not null,
    import_no  int       not null,
    file       int       not null,
    line       bigint    not null,
    ordinal    int       not null,
    register   text      collate "C",  -- with id; both empty where the row has none
    id         text      collate "C",
    value      bytea     not null      -- the line itself (SayingCodec)
);
comment on table passerelle.staged_line is
    'Lignes de fréquentation lues par l''exécution en cours, une par une, sans index';

create unlogged table passerelle.staged_correction (
    file             int     not null,
    line             bigint  not null,
    ordinal          int     not null,
    run_no           bigint  not null,  -- with file_name, reject_line and reject_ordinal: the reject
    file_name        text    not null,
    reject_line      bigint  not null,
    reject_ordinal   int     not null,
    register_run_no  bigint  not null,  -- with the next three: the row's own place in the register that it belongs to
    register_name    text    not null,
    said_line        bigint  not null,
    said_ordinal     int     not null
);
comment on table passerelle.staged_correction is
    'De ces lignes, celles qui corrigent un rejet : lequel, et où la ligne est dans le fichier qui l''avait';

create unlogged table passerelle.staged_verdict (
    file        int     not null,
    line        bigint  not null,
    ordinal     int     not null,
    room_no     int     not null,
    reason      text,     -- why it is refused; empty for a line that comes from another month
    from_room   int,
    from_month  int
);
comment on table passerelle.staged_verdict is
    'De ces lignes, celles que leur identifiant refuse, ou fait venir d''un autre mois';

-- Lines refused once all were read, until the step « refusals » has made rejects of them. Logged, as a fold that is
-- committed is not done again.
create table passerelle.refused_line (
    run_no   bigint  not null references passerelle.run,
    file     int     not null,
    line     bigint  not null,
    ordinal  int     not null,
    reason   text    not null,
    primary key (run_no, file, line, ordinal)
);
comment on table passerelle.refused_line is
    'Lignes qu''une autre a fait refuser : leurs cellules sont relues dans leur fichier, puis elles sont des rejets';

-- ── What holds as of a run ──────────────────────────────────────────────────────────────────────
-- The journal keeps each value of a month with the run that told it; what a run publishes is read from there, and
-- nothing is stored twice. A subject reads month:ROOM:YYYY-MM.
create index journal_of_months on passerelle.journal
    (substr(subject, 7, length(subject) - 14), right(subject, 7), seq desc)
    where type = 'MonthReported';

create view passerelle.month_version as
select substr(subject, 7, length(subject) - 14) as room_id, right(subject, 7) as month, seq, run_no, payload,
    schema_fingerprint
from passerelle.journal
where type = 'MonthReported';
comment on view passerelle.month_version is
    'Valeurs successives des mois de salles, telles que le journal les a dites';
comment on column passerelle.month_version.month is 'AAAA-MM, le mois où commencent ses lignes';
comment on column passerelle.month_version.seq is
    'Rang dans le journal : vaut la dernière valeur dite depuis que la salle est arrivée dans son intercommunalité';
comment on column passerelle.month_version.payload is
    'MonthReported, octets Avro ; sans ligne, plus rien n''est connu du mois';

create function passerelle.months_as_of(asked_room text, asked_run bigint)
returns table (month text, payload bytea, schema_fingerprint bigint) language sql stable as $$
    select distinct on (v.month) v.month, v.payload, v.schema_fingerprint
    from passerelle.month_version v
    where v.room_id = asked_room and v.run_no <= asked_run
      and v.seq > coalesce((
          select max(p.seq) from passerelle.place_version p
          where p.kind = 'room' and p.id = asked_room and p.gone and p.run_no <= asked_run), 0)
    order by v.month, v.seq desc
$$;
comment on function passerelle.months_as_of is
    'Les mois d''une salle tels qu''ils valent à une exécution ; à 0, aucun';
