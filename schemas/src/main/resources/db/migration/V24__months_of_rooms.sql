-- The log speaks of months of rooms: the latest value of each that a run told, kept by run so that what is published is read as of its run.
create table passerelle.room_month (
    room_id  text    not null,
    month    date    not null,
    run_no   bigint  not null references passerelle.run,
    payload  bytea,
    primary key (room_id, month, run_no)
);
comment on table passerelle.room_month is 'Mois de salles tels que le journal les a dits, par exécution : le dernier jusqu''à une exécution est ce qu''elle connaît';
comment on column passerelle.room_month.month is 'Premier jour du mois';
comment on column passerelle.room_month.payload is 'MonthReported, octets Avro ; vide quand le mois ne contient plus rien';

create table passerelle.month_due (
    room_id    text     not null,
    month      date     not null,
    moved      boolean  not null,
    withdrawn  boolean  not null,
    primary key (room_id, month)
);
comment on table passerelle.month_due is 'Mois de salles qui ont changé et que le journal ne connaît pas encore : l''étape « fold » les dit et les efface';
comment on column passerelle.month_due.moved is 'La salle arrive dans une intercommunalité : son histoire la suit';
comment on column passerelle.month_due.withdrawn is 'Le retrait d''un registre le concerne';

drop index passerelle.attendance_by_room;
create index attendance_by_room_and_day on passerelle.attendance (room_id, period_start);
