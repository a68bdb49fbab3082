-- A register can be taken back exactly only if everything that later imports repeated was kept. Of those imported before V4 that is not
-- known, and nothing tells them from those imported since: none that stands at this migration can be withdrawn.
alter table passerelle.file_import add column repeats_known boolean not null default true;
update passerelle.file_import set repeats_known = false;
comment on column passerelle.file_import.repeats_known is 'Faux pour un import antérieur au suivi des répétitions : son registre ne peut pas être retiré';
