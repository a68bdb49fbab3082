-- A line that reaches beyond its month is held against the finer lines within it, so that the fold of any of its months
-- reads them all. Written with the month by batch (attendance).
alter table passerelle.attendance_month add column reach int not null default 0;
comment on column passerelle.attendance_month.reach is
    'Dernier mois, compté de même, où finit une de ses lignes qui comptent, s''il est plus tard ; 0 sinon';
create index attendance_month_reach on passerelle.attendance_month (room_no) where reach > 0;
