-- Locks that only who may write can take. Anybody who may connect may take an advisory lock, so that one of an analyst
-- stopped the night: what is locked is now held in rows.

-- The run of a namespace is its session's who raised the epoch last, as long as PostgreSQL has that session: it goes
-- with its process, and when it is cut. A process id comes again, also for a session of another role; role and name
-- tell the two apart.
alter table passerelle.fence add column session int;
alter table passerelle.fence add column role text;
comment on table passerelle.fence is
    'Verrou et barrière des exécutions : la session de la dernière époque les mène tant qu''elle vit, et seul son '
    'processus écrit';
comment on column passerelle.fence.epoch is 'Relevée chaque fois qu''un processus prend le verrou ; à partir de 1';
comment on column passerelle.fence.session is
    'Session qui tient le verrou tant qu''elle vit : numéro de son processus dans PostgreSQL';
comment on column passerelle.fence.role is 'Son rôle';

-- Read by batch and the console.
create view passerelle.lock_holder as
select f.namespace, a.pid, a.application_name as name, host(a.client_addr) as address, a.backend_start as since,
    (select max(coalesce(o.state_change, o.backend_start)) from pg_stat_activity o
     where o.datname = current_database() and o.application_name = f.owner and o.usename = f.role) as last_activity
from passerelle.fence f
join pg_stat_activity a on a.datname = current_database() and a.pid = f.session and a.usename = f.role
    and a.application_name = f.owner;
comment on view passerelle.lock_holder is
    'La session qui tient le verrou des exécutions d''un espace de noms ; aucune ligne : il est libre';

-- Its row is locked by whoever appends, to the end of the transaction: the order of seq is that of the commits. Locked
-- and never changed, by batch (journal).
create table passerelle.journal_end (
    one  boolean primary key check (one)
);
insert into passerelle.journal_end values (true);
comment on table passerelle.journal_end is
    'Une ligne, verrouillée par la transaction qui ajoute au journal jusqu''à sa validation';
