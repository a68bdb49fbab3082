package fr.passerelle.rules.trace;

/**
 * The rules of the algorithm, in the order in which they apply, each with its section of the document: the list that its public sheet is made from.
 * The names are stable codes of the log.
 */
public enum Rule {
    RETOUR_PARTIEL("2", "Trop peu des salles renseignées un an avant le sont : montré, hors de la note"),
    SOURCE_UNIQUE("2", "Une salle change à elle seule la tendance de l'intercommunalité : montré, hors de la note"),
    MOIS_OBSERVES("3", "Une salle est notée si assez de ses mois ouverts sont renseignés"),
    POPULATION_DESSERVIE("3", "Habitants que la salle dessert"),
    NOTE("3", "Moyenne pondérée des indicateurs disponibles"),
    FOURCHETTE("3", "Bornes de la note : indicateurs manquants à 0, puis à 100"),
    BESOIN("3", "Niveau de besoin de l'intercommunalité, hors de la note"),
    FONCTIONS_DU_LIEU("4.1", "Fonctions offertes ou possibles dans le lieu"),
    NOTE_EXISTANTE("4.2", "Sans note, pas de conclusion"),
    SEUIL("4.2", "Borne haute sous le seuil : non ; borne basse au seuil : oui ; entre les deux : à instruire"),
    FONCTIONS_SUFFISANTES("4.2", "Un tiers lieu remplit au moins le nombre de fonctions exigé"),
    ACCORD_ET_ACCES(
            "4.2",
            "Un lieu que son propriétaire refuse n'est pas candidat ; un accord inconnu, un accès non établi sont à"
                    + " lever"),
    DONNEES_RECENTES("4.2", "Une salle dont trop peu des douze derniers mois sont renseignés est à instruire"),
    PETITS_NOMBRES("4.2", "Une salle qui reçoit trop peu de présences par an est à instruire"),
    PREMIERE_A_INSTRUIRE("4.2", "Une salle à instruire qui viendrait en premier ne laisse proposer aucun siège"),
    ORDRE_DES_CANDIDATES("4.3", "Fonctions voulues, fonctions confirmées, population proche, note"),
    EX_AEQUO("4.3", "Fourchettes qui se recoupent sans rien qui les sépare : l'intercommunalité choisit"),
    TIERS_LIEU_EXISTANT("4.4", "Une intercommunalité qui a un tiers lieu ne s'en voit pas proposer"),
    TIERS_LIEUX_MAXIMUM("4.4", "Nombre de tiers lieux par intercommunalité"),
    SALLES_DE_LA_REGION("4.6", "Seules les salles gérées pour la Région sont converties"),
    PROVISOIRE("4.5", "Une étape est provisoire tant que rien ne se conclut ou qu'aucune aide ne la porte"),
    PAYEUR("4.5", "Qui paie l'animation d'une étape"),
    HOTE("4.5", "Lieu qui accueille l'étape"),
    SEANCES("4.5", "Séances par mois d'une étape"),
    CUMUL_DES_SEANCES("4.5", "Séances par mois d'un même hôte"),
    PROXIMITE("4.7", "Habitants proches d'un point de médiation, aujourd'hui et selon la proposition"),
    ANIMATEURS("4.8", "Équivalents temps plein qu'il faut pour les étapes"),
    TABLETTES("4.8", "Tablettes d'une séance"),
    THEMES("4.8", "Thèmes des séances, d'après les activités passées"),
    NOTIFIE("4.9", "Ce qui a été notifié reste ; l'écart est montré"),
    DECISIONS_CONTRAIRES("4.9", "Décisions qui se contredisent après une fusion : montrées, jamais tranchées"),
    ETUDE("5", "Aide à l'étude"),
    INVESTISSEMENT("5", "Aide à l'investissement"),
    FONCTIONNEMENT("5", "Aide au fonctionnement (animation), trois années"),
    ASSIETTE("5", "Base de l'aide : le coût, moins les recettes si le règlement les déduit"),
    TAUX("5", "Taux de l'aide sur sa base"),
    PLAFOND("5", "Plafond de l'aide, ou de sa base selon le règlement"),
    FORFAIT("5", "Investissement au forfait : le taux de la base votée, jamais plus que le coût"),
    MINIMUM("5", "Investissement au minimum : rien sous la base votée, son taux à partir d'elle"),
    AUTRES_AIDES("5", "L'aide et les autres aides publiques ne dépassent pas le coût"),
    PARTICIPATION_MINIMALE("5", "Part de l'investissement que l'intercommunalité garde"),
    RESTE("5", "Reste à charge de l'intercommunalité"),
    PLAFOND_DU_DISPOSITIF("5", "Le plus que le dispositif peut donner, qui n'est jamais un budget"),
    ANNEES_BUDGETAIRES("5", "Aide au fonctionnement par exercice"),
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
