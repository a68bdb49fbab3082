package fr.passerelle.cli;

import fr.passerelle.schemas.event.EcartSeance;
import fr.passerelle.schemas.event.NatureEcartSeance;
import java.util.List;
import java.util.Objects;

/** What becomes of published sessions, in one line, then one by one. */
record SessionChanges(List<EcartSeance> changes) {

    private static final int MINUTES_AN_HOUR = 60;

    /** Such as « 3 séances déplacées, 0 supprimée ». */
    String summary() {
        return summary("ce qui est publié");
    }

    /** The same, against something else. */
    String summary(String against) {
        return "Par rapport à " + against + " : "
                + counted(NatureEcartSeance.DEPLACEE, "séance déplacée", "séances déplacées") + ", "
                + counted(NatureEcartSeance.CONFIEE_A_UN_AUTRE, "confiée à un autre", "confiées à un autre") + ", "
                + counted(NatureEcartSeance.SUPPRIMEE, "supprimée", "supprimées") + ", "
                + counted(NatureEcartSeance.AJOUTEE, "ajoutée", "ajoutées") + ".";
    }

    /** The line of each. */
    List<String> lines() {
        return changes.stream().map(SessionChanges::line).toList();
    }

    /** An hour of the day, such as {@code 09:30}. */
    static String hour(int minute) {
        return "%02d:%02d".formatted(minute / MINUTES_AN_HOUR, minute % MINUTES_AN_HOUR);
    }

    private String counted(NatureEcartSeance nature, String one, String many) {
        long count =
                changes.stream().filter(change -> change.getNature() == nature).count();
        return CommandFrench.counted(count, one, many);
    }

    private static String line(EcartSeance change) {
        return change.getSeance() + " : "
                + switch (change.getNature()) {
                    case AJOUTEE -> "ajoutée, " + after(change);
                    case DEPLACEE -> "déplacée, de " + before(change) + " à " + after(change);
                    case CONFIEE_A_UN_AUTRE -> "confiée à " + change.getAnimateurAfter() + ", " + before(change);
                    case SUPPRIMEE -> "supprimée, " + before(change);
                };
    }

    private static String before(EcartSeance change) {
        return Day.french(Objects.requireNonNull(change.getDayBefore())) + " "
                + hour(Objects.requireNonNull(change.getStartBefore())) + " (" + change.getAnimateurBefore() + ")";
    }

    private static String after(EcartSeance change) {
        return Day.french(Objects.requireNonNull(change.getDayAfter())) + " "
                + hour(Objects.requireNonNull(change.getStartAfter())) + " (" + change.getAnimateurAfter() + ")";
    }
}
