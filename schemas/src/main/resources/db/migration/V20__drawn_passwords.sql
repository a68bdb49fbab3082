-- A password that somebody else drew is changed by its person before anything else opens.
alter table passerelle.account add column drawn boolean not null default false;
comment on column passerelle.account.drawn is
    'Vrai tant que le mot de passe est celui qu''un autre a tiré : rien d''autre ne s''ouvre que son changement';
