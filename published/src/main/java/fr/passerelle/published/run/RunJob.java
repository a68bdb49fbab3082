package fr.passerelle.published.run;

import fr.passerelle.published.run.Run.Input;
import fr.passerelle.schemas.event.RunKind;
import fr.passerelle.schemas.table.TraceColumns;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The jobs of live runs, with the names of their steps in order: a run is one instance of one of them, by what it was asked. */
public enum RunJob {
    NIGHTLY(
            Phases.TERRITORIES,
            Phases.ROOMS,
            Phases.SITES,
            Phases.WITHDRAWALS,
            Phases.STAGE,
            Phases.IDS,
            Phases.FOLD,
            Phases.REFUSALS,
            Phases.DECISIONS),
    /** A register taken back. It reads no file: rooms and territories stay as the last night left them. */
    WITHDRAWAL(Phases.WITHDRAWALS, Phases.FOLD, Phases.DECISIONS),
    /** Corrected rejects of attendance let in. Rooms and territories stay as the last night left them. */
    RESUBMISSION(Phases.STAGE, Phases.IDS, Phases.FOLD, Phases.REFUSALS, Phases.DECISIONS),
    /**
     * A barème put in force, or taken back. It rests on the facts that its results were shown for: new ones, new decisions, and what an
     * abandoned night left to fold wait for the next night.
     */
    PUT_IN_FORCE;

    /** The parameter of each of them: the number of the run. */
    public static final String NUMBER = "run";

    private static final List<String> LAST =
            List.of(Phases.CLOSE, Phases.RELAY, Phases.AWAIT, Phases.RECONCILE, Phases.PUBLISH, Phases.ANNOUNCE);

    private final List<String> data;

    RunJob(String... data) {
        this.data = List.of(data);
    }

    /** The job of a run. */
    public static RunJob of(Run run) {
        if (run.kind() == RunKind.PUT_IN_FORCE) {
            return PUT_IN_FORCE;
        }
        List<Input> inputs = run.parameters().inputs();
        if (inputs.isEmpty()) {
            return WITHDRAWAL;
        }
        return inputs.stream().anyMatch(input -> input.mapping().equals(TraceColumns.MAPPING)) ? RESUBMISSION : NIGHTLY;
    }

    /** The names of all of them. */
    public static List<String> labels() {
        return Arrays.stream(values()).map(RunJob::label).toList();
    }

    /** What the job repository calls it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What it calls its steps, in order. */
    public List<String> steps() {
        return Stream.of(List.of(Phases.OPEN), data, LAST).flatMap(List::stream).toList();
    }

    /** The phases of a run and of a replay: the names of the steps, and how people call them. */
    public static final class Phases {

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
}
