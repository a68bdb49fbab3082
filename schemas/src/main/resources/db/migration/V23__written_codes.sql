-- Grain and state keep the numbers that they had by their rank; from here on a number is a code, written down in AttendanceCodes, and no
-- longer hangs on the order of the symbols.
comment on column passerelle.attendance.grain is 'Code écrit (AttendanceCodes) : 0 SEANCE, 1 JOUR, 2 SEMAINE, 3 MOIS, 4 TRIMESTRE, 5 SEMESTRE, 6 ANNEE, 7 PERIODE';
comment on column passerelle.attendance.etat is 'Code écrit (AttendanceCodes) : 0 OUVERT, 1 FERME';

create or replace view analyses.releves as
select room_id as id_salle, period_start as debut, period_end as fin,
    case grain
        when 0 then 'SEANCE' when 1 then 'JOUR' when 2 then 'SEMAINE' when 3 then 'MOIS'
        when 4 then 'TRIMESTRE' when 5 then 'SEMESTRE' when 6 then 'ANNEE' when 7 then 'PERIODE'
    end as grain, activity as activite,
    case etat when 0 then 'OUVERT' when 1 then 'FERME' end as etat,
    sessions as seances, round(session_hours_hundredths / 100.0, 2) as heures_seances, presences,
    round(person_hours_hundredths / 100.0, 2) as heures_personnes, registered as inscrits, distinct_people as personnes_distinctes, scolaires
from passerelle.attendance;
