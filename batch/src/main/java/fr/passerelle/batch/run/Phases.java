package fr.passerelle.batch.run;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.stereotype.Component;

/** One line a phase: its French name when it begins, its time when it ends. */
@Component
public class Phases implements StepExecutionListener {

    static final String OPEN = "open";
    static final String TERRITORIES = "territories";
    static final String ROOMS = "rooms";
    static final String SITES = "sites";
    static final String WITHDRAWALS = "withdrawals";
    static final String STAGE = "stage";
    static final String IDS = "ids";
    static final String FOLD = "fold";
    static final String REFUSALS = "refusals";
    static final String DECISIONS = "decisions";
    static final String CLOSE = "close";
    /** The journal to Kafka. */
    public static final String RELAY = "relay";
    /** Waiting for the results. */
    public static final String AWAIT = "await";
    /** The equations. */
    public static final String RECONCILE = "reconcile";

    static final String PUBLISH = "publish";
    static final String ANNOUNCE = "announce";

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

    private final Progress progress;

    Phases(Progress progress) {
        this.progress = progress;
    }

    /** The French name of a phase. */
    public static String nameOf(String step) {
        return NAMES.getOrDefault(step, step);
    }

    @Override
    public void beforeStep(StepExecution step) {
        Pause.at("step-" + step.getStepName());
        progress.begin(nameOf(step.getStepName()));
    }

    @Override
    public @Nullable ExitStatus afterStep(StepExecution step) {
        progress.end(step.getStatus() == BatchStatus.COMPLETED ? "fait" : "arrêté");
        return null;
    }
}
