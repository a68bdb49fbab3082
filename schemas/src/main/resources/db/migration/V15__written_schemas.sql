-- Bare Avro is read with the schema that wrote it, so each payload has that schema's fingerprint beside it, as in the
-- journal: a record may get or lose a field since. What is there already has the one form that there was until here.
alter table passerelle.epci add column schema_fingerprint bigint not null default 8156037865402914943;
alter table passerelle.epci alter column schema_fingerprint drop default;
alter table passerelle.room add column schema_fingerprint bigint not null default -3441426321960984723;
alter table passerelle.room alter column schema_fingerprint drop default;
alter table passerelle.site add column schema_fingerprint bigint not null default -7506974550465661690;
alter table passerelle.site alter column schema_fingerprint drop default;
alter table passerelle.decision add column schema_fingerprint bigint not null default -8985274404041546032;
alter table passerelle.decision alter column schema_fingerprint drop default;
alter table passerelle.result add column schema_fingerprint bigint;
update passerelle.result
set schema_fingerprint = case type
        when 'SCORE' then 3943748545443069918
        when 'CONVERSION' then -1394648116295997102
        when 'PLAN' then 7034764227561898791
    end
where payload is not null;
alter table passerelle.result add constraint result_written check ((payload is null) = (schema_fingerprint is null));

comment on column passerelle.epci.schema_fingerprint is 'Empreinte CRC-64-AVRO du schéma de payload';
comment on column passerelle.room.schema_fingerprint is 'Empreinte CRC-64-AVRO du schéma de payload';
comment on column passerelle.site.schema_fingerprint is 'Empreinte CRC-64-AVRO du schéma de payload';
comment on column passerelle.decision.schema_fingerprint is 'Empreinte CRC-64-AVRO du schéma de payload';
comment on column passerelle.result.schema_fingerprint is
    'Empreinte CRC-64-AVRO du schéma de l''enregistrement dont payload est une partie (FrequentationScored, '
    'ConversionProposed, PlanProposed) ; vide si retiré';

drop function passerelle.decisions_as_of;
create function passerelle.decisions_as_of(asked_run bigint)
returns table (decision_no bigint, subject text, epci text, payload bytea, schema_fingerprint bigint, carried boolean)
language sql stable as $$
    select d.decision_no, d.subject, d.epci, d.payload, d.schema_fingerprint, coalesce(d.run_no <= asked_run, false)
    from passerelle.decision d
    where d.carried_from is null or d.run_no <= asked_run
$$;
comment on function passerelle.decisions_as_of is
    'Les décisions saisies, et celles dont une exécution jusqu''à celle-ci a hérité ; « carried » : ce qui vaut à '
    'cette exécution en tient compte';

create or replace view passerelle.current_result as
select distinct on (r.namespace, r.type, r.id) r.*
from passerelle.result r
join passerelle.current_run c on c.namespace = r.namespace and r.run_no <= c.run_no
order by r.namespace, r.type, r.id, r.run_no desc, r.withdrawn;
