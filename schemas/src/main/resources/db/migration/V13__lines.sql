-- Every physical line of a file is accounted for: what they are is kept with the run that read them, and a reject says
-- how many of them it stands for.
alter table passerelle.source_file add column lines jsonb;
comment on column passerelle.source_file.lines is
    'Ce que sont ses lignes, qui font leur somme : en-tête, table, vides, refusées… ; vide avant qu''on les compte';

alter table passerelle.reject add column lines int not null default 1;
comment on column passerelle.reject.lines is
    'Nombre de lignes du fichier, à partir de « line », que ce rejet couvre ; 0 pour ce que le fichier dit sans ligne';
