-- Which run carried a decision to the log. A night that is not published has not taken it into account yet, and what it inherits from an EPCI
-- that is no more is its own until then.
alter table passerelle.decision add column run_no bigint references passerelle.run;
comment on column passerelle.decision.run_no is 'Exécution qui l''a portée au journal ; vide pour une décision qui attend';

update passerelle.decision d
set run_no = coalesce(
    (select min(j.run_no) from passerelle.journal j
     where j.type = 'DecisionRecorded' and j.subject = d.subject and j.payload = d.payload),
    (select max(c.run_no) from passerelle.current_run c))
where d.journalled;

create function passerelle.decisions_as_of(asked_run bigint)
returns table (decision_no bigint, subject text, epci text, payload bytea, carried boolean) language sql stable as $$
    select d.decision_no, d.subject, d.epci, d.payload, coalesce(d.run_no <= asked_run, false)
    from passerelle.decision d
    where d.carried_from is null or d.run_no <= asked_run
$$;
comment on function passerelle.decisions_as_of is 'Les décisions saisies, et celles dont une exécution jusqu''à celle-ci a hérité ; « carried » : ce qui vaut à cette exécution en tient compte';

create or replace view analyses.decisions as
select decision_no as numero, doc ->> 'subject' as objet, doc ->> 'epci' as epci_siren, doc ->> 'kind' as nature, doc ->> 'organ' as organe,
    doc ->> 'act' as acte, (doc ->> 'decided_on')::date as date_acte, doc ->> 'seat' as siege, doc ->> 'conversion' as conversion,
    (select sum((a ->> 'aid')::numeric) from jsonb_array_elements(doc -> 'aid') as a) as aide_totale, doc ->> 'motive' as motif
from passerelle.decision where doc is not null and run_no <= (select max(c.run_no) from passerelle.current_run c);
comment on view analyses.decisions is 'Ce qui a été notifié et répondu, une fois porté au journal par une exécution publiée ; ni compte, ni personne';
