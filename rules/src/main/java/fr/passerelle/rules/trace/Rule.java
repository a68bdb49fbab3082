package fr.passerelle.rules.trace;

/** The rules of the algorithm, in the order in which they apply: the list that its public sheet is made from. The names are stable codes of the log. */
public enum Rule {
    /** RULES 2. */
    RETOUR_PARTIEL("2", "Trop peu des salles renseignées un an avant le sont : montré, hors de la note"),
    /** RULES 2. */
    SOURCE_UNIQUE("2", "Une salle change à elle seule la tendance de l'intercommunalité : montré, hors de la note"),
    /** RULES 3. */
    MOIS_OBSERVES("3", "Une salle est notée si assez de ses mois ouverts sont renseignés"),
    /** RULES 3. */
    POPULATION_DESSERVIE("3", "Habitants que la salle dessert"),
    /** RULES 3. */
    NOTE("3", "Moyenne pondérée des indicateurs disponibles"),
    /** RULES 3. */
    FOURCHETTE("3", "Bornes de la note : indicateurs manquants à 0, puis à 100"),
    /** RULES 3. */
    BESOIN("3", "Niveau de besoin de l'intercommunalité, hors de la note"),
    /** RULES 4.1. */
    FONCTIONS_DU_LIEU("4.1", "Fonctions offertes ou possibles dans le lieu"),
    /** RULES 4.2. */
    NOTE_EXISTANTE("4.2", "Sans note, pas de conclusion"),
    /** RULES 4.2. */
    SEUIL("4.2", "Borne haute sous le seuil : non ; borne basse au seuil : oui ; entre les deux : à instruire"),
    /** RULES 4.2. */
    FONCTIONS_SUFFISANTES("4.2", "Un tiers lieu remplit au moins le nombre de fonctions exigé"),
    /** RULES 4.2. */
    ACCORD_ET_ACCES(
            "4.2",
            "Un lieu que son propriétaire refuse n'est pas candidat ; un accord inconnu, un accès non établi sont à"
                    + " lever"),
    /** RULES 4.2. */
    DONNEES_RECENTES("4.2", "Une salle dont trop peu des douze derniers mois sont renseignés est à instruire"),
    /** RULES 4.2. */
    PETITS_NOMBRES("4.2", "Une salle qui reçoit trop peu de présences par an est à instruire"),
    /** RULES 4.2. */
    PREMIERE_A_INSTRUIRE("4.2", "Une salle à instruire qui viendrait en premier ne laisse proposer aucun siège"),
    /** RULES 4.3. */
    ORDRE_DES_CANDIDATES("4.3", "Fonctions voulues, fonctions confirmées, population proche, note"),
    /** RULES 4.3. */
    EX_AEQUO("4.3", "Fourchettes qui se recoupent sans rien qui les sépare : l'intercommunalité choisit"),
    /** RULES 4.4. */
    TIERS_LIEU_EXISTANT("4.4", "Une intercommunalité qui a un tiers lieu ne s'en voit pas proposer"),
    /** RULES 4.4. */
    TIERS_LIEUX_MAXIMUM("4.4", "Nombre de tiers lieux par intercommunalité"),
    /** RULES 4.6. */
    SALLES_DE_LA_REGION("4.6", "Seules les salles gérées pour la Région sont converties"),
    /** RULES 4.5. */
    PROVISOIRE("4.5", "Une étape est provisoire tant que rien ne se conclut ou qu'aucune aide ne la porte"),
    /** RULES 4.5. */
    PAYEUR("4.5", "Qui paie l'animation d'une étape"),
    /** RULES 4.5. */
    HOTE("4.5", "Lieu qui accueille l'étape"),
    /** RULES 4.5. */
    SEANCES("4.5", "Séances par mois d'une étape"),
    /** RULES 4.5. */
    CUMUL_DES_SEANCES("4.5", "Séances par mois d'un même hôte"),
    /** RULES 4.7. */
    PROXIMITE("4.7", "Habitants proches d'un point de médiation, aujourd'hui et selon la proposition"),
    /** RULES 4.8. */
    ANIMATEURS("4.8", "Équivalents temps plein qu'il faut pour les étapes"),
    /** RULES 4.8. */
    TABLETTES("4.8", "Tablettes d'une séance"),
    /** RULES 4.8. */
    THEMES("4.8", "Thèmes des séances, d'après les activités passées"),
    /** RULES 4.9. */
    NOTIFIE("4.9", "Ce qui a été notifié reste ; l'écart est montré"),
    /** RULES 4.9. */
    DECISIONS_CONTRAIRES("4.9", "Décisions qui se contredisent après une fusion : montrées, jamais tranchées"),
    /** RULES 5. */
    ETUDE("5", "Aide à l'étude"),
    /** RULES 5. */
    INVESTISSEMENT("5", "Aide à l'investissement"),
    /** RULES 5. */
    FONCTIONNEMENT("5", "Aide au fonctionnement (animation), trois années"),
    /** RULES 5. */
    ASSIETTE("5", "Base de l'aide : le coût, moins les recettes si le règlement les déduit"),
    /** RULES 5. */
    TAUX("5", "Taux de l'aide sur sa base"),
    /** RULES 5. */
    PLAFOND("5", "Plafond de l'aide, ou de sa base selon le règlement"),
    /** RULES 5. */
    FORFAIT("5", "Investissement au forfait : le taux de la base votée, jamais plus que le coût"),
    /** RULES 5. */
    MINIMUM("5", "Investissement au minimum : rien sous la base votée, son taux à partir d'elle"),
    /** RULES 5. */
    AUTRES_AIDES("5", "L'aide et les autres aides publiques ne dépassent pas le coût"),
    /** RULES 5. */
    PARTICIPATION_MINIMALE("5", "Part de l'investissement que l'intercommunalité garde"),
    /** RULES 5. */
    RESTE("5", "Reste à charge de l'intercommunalité"),
    /** RULES 5. */
    PLAFOND_DU_DISPOSITIF("5", "Le plus que le dispositif peut donner, qui n'est jamais un budget"),
    /** RULES 5. */
    ANNEES_BUDGETAIRES("5", "Aide au fonctionnement par exercice"),
    /** RULES 5. */
    ANNEE_4("5", "Coût de la quatrième année, sans aide");

    private final String section;
    private final String title;

    Rule(String section, String title) {
        this.section = section;
        this.title = title;
    }

    /** Section of the rules' document, such as 4.5. */
    public String section() {
        return section;
    }

    /** What it says, in French, one sentence without its full stop. */
    public String title() {
        return title;
    }
}
