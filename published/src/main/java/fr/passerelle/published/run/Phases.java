package fr.passerelle.published.run;

import java.util.Map;

/** The phases of a run and of a replay: the names of the steps, and how people call them. */
public final class Phases {

    public static final String OPEN = "open";
    public static final String TERRITORIES = "territories";
    public static final String ROOMS = "rooms";
    public static final String SITES = "sites";
    public static final String WITHDRAWALS = "withdrawals";
    public static final String STAGE = "stage";
    public static final String IDS = "ids";
    public static final String FOLD = "fold";
    public static final String REFUSALS = "refusals";
    public static final String DECISIONS = "decisions";
    public static final String CLOSE = "close";
    /** The journal to Kafka. */
    public static final String RELAY = "relay";
    /** Waiting for the results. */
    public static final String AWAIT = "await";
    /** The equations. */
    public static final String RECONCILE = "reconcile";

    public static final String PUBLISH = "publish";
    public static final String ANNOUNCE = "announce";

    /** The topics of a replay. */
    public static final String TOPICS = "topics";

    /** The end of a replay. */
    public static final String COMPLETE = "complete";

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry(OPEN, "Vérification des fichiers et des serveurs"),
            Map.entry(TERRITORIES, "Territoires et intercommunalités"),
            Map.entry(ROOMS, "Inventaire des salles"),
            Map.entry(SITES, "Autres sites"),
            Map.entry(WITHDRAWALS, "Retraits"),
            Map.entry(STAGE, "Fréquentation"),
            Map.entry(IDS, "Identifiants"),
            Map.entry(FOLD, "Relevés mensuels"),
            Map.entry(REFUSALS, "Lignes refusées"),
            Map.entry(DECISIONS, "Décisions"),
            Map.entry(CLOSE, "Clôture"),
            Map.entry(RELAY, "Relais vers Kafka"),
            Map.entry(AWAIT, "Notes et propositions"),
            Map.entry(RECONCILE, "Rapprochement"),
            Map.entry(PUBLISH, "Publication"),
            Map.entry(ANNOUNCE, "Annonce"),
            Map.entry(TOPICS, "Topics du rejeu"),
            Map.entry(COMPLETE, "Empreinte des résultats"));

    private Phases() {}

    /** The French name of a phase. */
    public static String nameOf(String step) {
        return NAMES.getOrDefault(step, step);
    }
}
