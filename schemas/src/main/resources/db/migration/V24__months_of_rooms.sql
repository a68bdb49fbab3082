-- The log speaks of months of rooms. The journal keeps each value of a month with the run that told it: what a run publishes is read from
-- there, and nothing is stored twice.
create index journal_of_months on passerelle.journal
    (substr(subject, 7, length(subject) - 14), right(subject, 7), seq desc)
    where type = 'MonthReported';

create view passerelle.month_version as
select substr(subject, 7, length(subject) - 14) as room_id, right(subject, 7) as month, seq, run_no, payload, schema_fingerprint
from passerelle.journal
where type = 'MonthReported';
comment on view passerelle.month_version is 'Valeurs successives des mois de salles, telles que le journal les a dites';
comment on column passerelle.month_version.month is 'AAAA-MM, le mois où commencent ses lignes';
comment on column passerelle.month_version.seq is 'Rang dans le journal : vaut la dernière valeur dite depuis que la salle est arrivée dans son intercommunalité';
comment on column passerelle.month_version.payload is 'MonthReported, octets Avro ; sans ligne, plus rien n''est connu du mois';

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
comment on function passerelle.months_as_of is 'Les mois d''une salle tels qu''ils valent à une exécution ; à 0, aucun';

create table passerelle.month_due (
    room_id    text     not null,
    month      date     not null,
    moved      boolean  not null,
    withdrawn  boolean  not null,
    primary key (room_id, month)
);
comment on table passerelle.month_due is 'Mois de salles qui ont changé et que le journal ne connaît pas encore : l''étape « fold » les dit et les efface';
comment on column passerelle.month_due.month is 'Premier jour du mois';
comment on column passerelle.month_due.moved is 'La salle arrive dans une intercommunalité : son histoire la suit';
comment on column passerelle.month_due.withdrawn is 'Le retrait d''un registre le concerne';

drop index passerelle.attendance_by_room;
create index attendance_by_room_and_day on passerelle.attendance (room_id, period_start);
