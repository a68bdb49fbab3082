-- Why something was asked of the operators' program: the commands that take no motive themselves keep it nowhere else.
alter table passerelle.audit add column motive text;
comment on column passerelle.audit.motive is 'Pourquoi ; vide pour les gestes qui n''en demandent pas ; jamais une personne';
comment on column passerelle.audit.outcome is 'STARTED, DONE, REFUSED ou FAILED';
