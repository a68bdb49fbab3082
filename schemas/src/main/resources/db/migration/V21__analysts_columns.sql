-- What each column of the analysts' views says: a tool shows it beside the name. A view that is added says its own.
comment on function analyses.codes is 'Les codes d''une liste JSON en un texte, séparés par |';

comment on column analyses.executions.execution is 'Identifiant de l''exécution, comme N-000001';
comment on column analyses.executions.nature_execution is
    'NIGHTLY (de nuit), REPLAY (rejeu) ou PUT_IN_FORCE (mise en vigueur)';
comment on column analyses.executions.etat is
    'OPEN (en cours), FAILED (arrêtée), PUBLISHED (publiée) ou ABANDONED (abandonnée)';
comment on column analyses.executions.situation is 'Mois de la situation, AAAA-MM ; vide tant qu''il n''est pas connu';
comment on column analyses.executions.bareme is 'Identifiant du barème';
comment on column analyses.executions.bareme_sha256 is 'SHA-256 du texte du barème';
comment on column analyses.executions.empreinte is
    'SHA-256 des résultats qu''elle a publiés ; vide tant qu''elle ne l''est pas';
comment on column analyses.executions.reconstitution is
    'Vrai quand les données sont celles de la démonstration : ne vaut pas proposition';
comment on column analyses.executions.ouverte_le is 'Moment de l''ouverture';
comment on column analyses.executions.terminee_le is 'Moment de la fin ; vide tant qu''elle dure';
comment on column analyses.executions.courante is 'Vrai pour celle dont les résultats valent';

comment on column analyses.resultats.type is 'SCORE ou CONVERSION (d''une salle), PLAN (d''une intercommunalité)';
comment on column analyses.resultats.id is 'Identifiant de la salle, ou SIREN de l''intercommunalité';
comment on column analyses.resultats.epci is 'SIREN de l''intercommunalité, ou SANS-EPCI';
comment on column analyses.resultats.doc is
    'Le résultat entier, champs des contrats Avro des topics ; ce qui y finit par _hundredths est en centièmes';
comment on column analyses.resultats.donnees is
    '« reconstitution » ou « illustration » : ne vaut pas proposition ; vide : une proposition';

comment on column analyses.salles.id_salle is 'Identifiant de la salle';
comment on column analyses.salles.nom is 'Nom de la salle ; vide sans intercommunalité';
comment on column analyses.salles.epci_siren is 'SIREN de l''intercommunalité, ou SANS-EPCI';
comment on column analyses.salles.epci_nom is 'Nom de l''intercommunalité';
comment on column analyses.salles.code_insee is 'Code INSEE de la commune';
comment on column analyses.salles.commune is 'Nom de la commune';
comment on column analyses.salles.gestion is 'REGION ou COMMUNALE_AUTONOME : listée, jamais convertie';
comment on column analyses.salles.etat_note is 'NOTEE, DONNEES_INSUFFISANTES ou FERMEE';
comment on column analyses.salles.note is 'Note de fréquentation, 0 à 100 ; vide sans note';
comment on column analyses.salles.note_basse is 'Bas de la fourchette : la note si tout ce qui manque valait 0';
comment on column analyses.salles.note_haute is 'Haut de la fourchette : la note si tout ce qui manque valait 100';
comment on column analyses.salles.mois_ouverts is 'Mois ouverts de la fenêtre, 0 à 24';
comment on column analyses.salles.mois_observes is 'De ceux-ci, observés';
comment on column analyses.salles.presences_12_mois is 'Présences des mois observés parmi les douze derniers';
comment on column analyses.salles.population_desservie is 'Habitants desservis ; vide sans intercommunalité';
comment on column analyses.salles.signalements is 'Codes de ce qui est montré sans être noté, séparés par |';
comment on column analyses.salles.proposition is
    'TIERS_LIEU ou ETAPE_NOMADE ; vide : rien n''est proposé (autonome, fermée, sans intercommunalité)';
comment on column analyses.salles.candidature is 'Où elle se tient face au seuil et aux fonctions';
comment on column analyses.salles.provisoire is 'Vrai quand l''étape est provisoire';
comment on column analyses.salles.fonctions is 'Fonctions offertes ou possibles, séparées par |';
comment on column analyses.salles.seances_par_mois is 'Séances de deux heures par mois';
comment on column analyses.salles.execution is 'Exécution courante';
comment on column analyses.salles.donnees is '« reconstitution » ou « illustration » : ne vaut pas proposition';

comment on column analyses.indicateurs.id_salle is 'Identifiant de la salle';
comment on column analyses.indicateurs.epci_siren is 'SIREN de l''intercommunalité, ou SANS-EPCI';
comment on column analyses.indicateurs.indicateur is 'USAGE, OCCUPATION, TENDANCE, REGULARITE ou INSCRITS';
comment on column analyses.indicateurs.poids is 'Son poids dans le barème';
comment on column analyses.indicateurs.numerateur is 'Numérateur de la valeur ; vide s''il n''est pas disponible';
comment on column analyses.indicateurs.denominateur is 'Dénominateur de la valeur ; vide s''il n''est pas disponible';
comment on column analyses.indicateurs.valeur is 'Valeur, dans son unité ; vide si elle n''est pas disponible';
comment on column analyses.indicateurs.unite is 'Unité de la valeur';
comment on column analyses.indicateurs.points is 'Points, 0 à 100 ; vide s''ils ne sont pas disponibles';
comment on column analyses.indicateurs.indisponible is
    'Code de ce qui manque ; vide quand l''indicateur est disponible';
comment on column analyses.indicateurs.execution is 'Exécution courante';
comment on column analyses.indicateurs.donnees is '« reconstitution » ou « illustration » : ne vaut pas proposition';

comment on column analyses.plans.epci_siren is 'SIREN de l''intercommunalité';
comment on column analyses.plans.epci_nom is 'Nom de l''intercommunalité';
comment on column analyses.plans.besoin is 'Besoin de médiation : FAIBLE, MOYEN, ELEVE ou INCONNU ; hors de la note';
comment on column analyses.plans.population is 'Habitants';
comment on column analyses.plans.siege_nature is 'SALLE ou SITE ; vide : aucun tiers lieu n''est proposé';
comment on column analyses.plans.siege_id is 'Identifiant du siège proposé';
comment on column analyses.plans.siege_nom is 'Nom du siège proposé';
comment on column analyses.plans.siege_code_insee is 'Code INSEE de la commune du siège';
comment on column analyses.plans.siege_commune is 'Nom de la commune du siège';
comment on column analyses.plans.tiers_lieu_existant is 'Tiers lieu qu''elle a déjà ; vide : aucun';
comment on column analyses.plans.fonctions is 'Fonctions du tiers lieu, offertes ou possibles, séparées par |';
comment on column analyses.plans.etapes is 'Étapes de médiation nomade proposées';
comment on column analyses.plans.a_instruire is 'Salles à instruire : leur fourchette contient le seuil';
comment on column analyses.plans.donnees_insuffisantes is 'Salles sans données suffisantes';
comment on column analyses.plans.seances_par_mois is 'Séances de deux heures par mois, de toutes ses étapes';
comment on column analyses.plans.animateurs_etp is 'Animateurs pour ces séances, équivalents temps plein';
comment on column analyses.plans.habitants_proches_aujourdhui is
    'Habitants à la distance du barème d''un point de médiation, aujourd''hui';
comment on column analyses.plans.habitants_proches_proposes is 'De même, comme proposé';
comment on column analyses.plans.aide_totale is 'Aide en tout, euros ; vide : aucun coût n''est connu';
comment on column analyses.plans.reste_total is
    'Reste à la charge de l''intercommunalité, euros, là où le coût est connu';
comment on column analyses.plans.plafond_theorique is 'Plafond du règlement, euros : jamais une dépense prévue';
comment on column analyses.plans.cout_annee_4 is 'Coût de l''animation en année 4, euros : personne ne l''aide';
comment on column analyses.plans.signalements is 'Codes de ce qui est montré sans rien décider, séparés par |';
comment on column analyses.plans.execution is 'Exécution courante';
comment on column analyses.plans.donnees is '« reconstitution » ou « illustration » : ne vaut pas proposition';

comment on column analyses.aides.epci_siren is 'SIREN de l''intercommunalité';
comment on column analyses.aides.epci_nom is 'Nom de l''intercommunalité';
comment on column analyses.aides.ligne is
    'ETUDE, INVESTISSEMENT, FONCTIONNEMENT_1, FONCTIONNEMENT_2 ou FONCTIONNEMENT_3 (animation, par année)';
comment on column analyses.aides.cout is 'Coût, euros ; vide : inconnu ou sans objet';
comment on column analyses.aides.taux is 'Taux de l''aide, 0 à 1';
comment on column analyses.aides.plafond is 'Plafond de l''aide, ou de l''assiette selon le barème, euros';
comment on column analyses.aides.aide is 'Aide, euros ; vide : inconnue ; 0 : rien n''est dû';
comment on column analyses.aides.reste is 'Reste à la charge de l''intercommunalité, euros ; vide avec le coût';
comment on column analyses.aides.decide_par is 'Code de ce qui a décidé du montant';
comment on column analyses.aides.execution is 'Exécution courante';
comment on column analyses.aides.donnees is '« reconstitution » ou « illustration » : ne vaut pas proposition';

comment on column analyses.budget.epci_siren is 'SIREN de l''intercommunalité';
comment on column analyses.budget.epci_nom is 'Nom de l''intercommunalité';
comment on column analyses.budget.annee is 'Année civile';
comment on column analyses.budget.aide_animation is 'Aide à l''animation que cette année porte, euros';
comment on column analyses.budget.execution is 'Exécution courante';
comment on column analyses.budget.donnees is '« reconstitution » ou « illustration » : ne vaut pas proposition';

comment on column analyses.etapes.id_salle is 'Salle que l''étape remplace';
comment on column analyses.etapes.epci_siren is 'SIREN de l''intercommunalité';
comment on column analyses.etapes.provisoire is 'Vrai quand l''étape est provisoire';
comment on column analyses.etapes.hote_nature is
    'SALLE, LIEU_PUBLIC ou SALLE_COMMUNALE (accord du maire à demander)';
comment on column analyses.etapes.hote_id is 'Identifiant de l''hôte ; vide : à demander à la commune';
comment on column analyses.etapes.hote_nom is 'Nom de l''hôte';
comment on column analyses.etapes.hote_code_insee is 'Code INSEE de la commune de l''hôte';
comment on column analyses.etapes.hote_commune is 'Nom de la commune de l''hôte';
comment on column analyses.etapes.distance_m is 'Mètres entre les centres des deux communes';
comment on column analyses.etapes.partage_avec is 'Autres salles dont l''hôte accueille les séances, séparées par |';
comment on column analyses.etapes.hote_seances_par_mois is 'Séances par mois de toutes ces salles';
comment on column analyses.etapes.seances_par_mois is 'Séances de deux heures par mois, de cette salle';
comment on column analyses.etapes.payeur is 'Qui paie l''animation : AIDE_REGIONALE, NOMME ou A_TROUVER';
comment on column analyses.etapes.payeur_siren is 'SIREN de l''organisme nommé';
comment on column analyses.etapes.tablettes is 'Tablettes que l''animateur apporte';
comment on column analyses.etapes.themes is 'Thèmes des séances, le plus suivi d''abord, séparés par |';
comment on column analyses.etapes.execution is 'Exécution courante';
comment on column analyses.etapes.donnees is '« reconstitution » ou « illustration » : ne vaut pas proposition';

comment on column analyses.candidats.epci_siren is 'SIREN de l''intercommunalité';
comment on column analyses.candidats.epci_nom is 'Nom de l''intercommunalité';
comment on column analyses.candidats.nature is 'SALLE ou SITE';
comment on column analyses.candidats.id is 'Identifiant du lieu';
comment on column analyses.candidats.nom is 'Nom du lieu';
comment on column analyses.candidats.candidature is 'Où il se tient face au seuil et aux fonctions';
comment on column analyses.candidats.rang is 'Rang parmi les candidats, à partir de 1 ; le même là où rien ne sépare';
comment on column analyses.candidats.fonctions_souhaitees is
    'Fonctions offertes ou possibles que l''intercommunalité souhaite';
comment on column analyses.candidats.fonctions_confirmees is 'Fonctions offertes ou possibles';
comment on column analyses.candidats.population is 'Habitants de l''intercommunalité dans le rayon du barème';
comment on column analyses.candidats.note is 'Note de fréquentation ; vide pour un site, ou sans note';
comment on column analyses.candidats.note_basse is 'Bas de la fourchette';
comment on column analyses.candidats.note_haute is 'Haut de la fourchette';
comment on column analyses.candidats.execution is 'Exécution courante';
comment on column analyses.candidats.donnees is '« reconstitution » ou « illustration » : ne vaut pas proposition';

comment on column analyses.decisions.numero is 'Rang de la décision, à partir de 1';
comment on column analyses.decisions.objet is 'room:SALLE ou epci:SIREN';
comment on column analyses.decisions.epci_siren is 'SIREN de l''intercommunalité';
comment on column analyses.decisions.nature is
    'NOTIFIED (notifiée), ACCEPTED (acceptée), REFUSED (refusée) ou OBSERVATIONS';
comment on column analyses.decisions.organe is 'Qui a décidé';
comment on column analyses.decisions.acte is 'Numéro de l''acte';
comment on column analyses.decisions.date_acte is 'Date de l''acte';
comment on column analyses.decisions.siege is 'Siège notifié, room:SALLE ou site:SITE ; vide : aucun';
comment on column analyses.decisions.conversion is 'Ce que devient la salle notifiée ; vide : rien n''en est dit';
comment on column analyses.decisions.aide_totale is 'Aide notifiée, tous postes ensemble, euros ; vide : aucune';
comment on column analyses.decisions.motif is 'Motif, sans nom de personne';
