package fr.passerelle.sheets.french;

import fr.passerelle.schemas.event.DecisionKind;
import fr.passerelle.schemas.event.DecisionRecorded;
import java.time.format.DateTimeFormatter;

/** A decision in French, as it stands beside what is proposed. */
public final class DecisionWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    private DecisionWords() {}

    /** What it is: « notifiée ». */
    public static String nature(DecisionKind kind) {
        return switch (kind) {
            case NOTIFIED -> "notifiée";
            case ACCEPTED -> "acceptée";
            case REFUSED -> "refusée";
            case OBSERVATIONS -> "observations";
        };
    }

    /**
     * All of it, a sentence.
     *
     * @param journalled whether it is on the log: else the next run carries it there
     */
    public static String sentence(DecisionRecorded decision, boolean journalled) {
        String notified = decision.getConversion() == null ? "" : ", " + Codes.outcome(decision.getConversion());
        return "Décision " + nature(decision.getKind()) + notified + " : acte " + decision.getAct() + " du "
                + DAY.format(decision.getDecidedOn()) + ", " + decision.getOrgan()
                + (journalled ? "." : " ; la prochaine exécution l'inscrit au journal.");
    }
}
