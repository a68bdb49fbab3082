package fr.passerelle.cli;

import fr.passerelle.batch.decision.DecisionBook;
import fr.passerelle.published.decision.KnownDecision;
import fr.passerelle.published.place.PlaceNames;
import fr.passerelle.schemas.event.AidLineName;
import fr.passerelle.schemas.event.AideNotifiee;
import fr.passerelle.schemas.event.DecisionKind;
import fr.passerelle.schemas.event.DecisionRecorded;
import fr.passerelle.schemas.event.Siege;
import fr.passerelle.sheets.french.Codes;
import fr.passerelle.sheets.french.Codes.DecisionWords;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decisions, for people. */
final class DecisionText {

    private DecisionText() {}

    /** One that was just recorded. */
    static List<String> one(DecisionBook.Receipt receipt) {
        DecisionRecorded decision = receipt.known().decision();
        List<String> lines = new ArrayList<>();
        lines.add("Décision n° " + receipt.known().no() + " enregistrée pour "
                + receipt.name() + " (" + bare(decision.getSubject()) + ") : "
                + DecisionWords.nature(decision.getKind())
                + ", acte " + decision.getAct() + " du " + Day.french(decision.getDecidedOn()) + ", "
                + decision.getOrgan() + ".");
        if (receipt.plan().getDemonstration()) {
            lines.add("RECONSTITUTION : exercice sur données reconstituées, ne vaut pas décision.");
        }
        if (receipt.plan().getBaremeIllustration()) {
            lines.add("ILLUSTRATION : le barème de ce plan n'a pas été voté, il ne vaut pas proposition.");
        }
        if (decision.getKind() == DecisionKind.NOTIFIED) {
            lines.addAll(
                    decision.getConversion() == null
                            ? notified(decision, receipt.plan().getSiege())
                            : List.of("  devenir         " + Codes.outcome(decision.getConversion())));
        }
        lines.add("La prochaine exécution l'inscrit au journal (« ./passerelle nightly … »).");
        return lines;
    }

    /** All of them, each with the names of what it is about. */
    static List<String> all(List<KnownDecision> known, PlaceNames names) {
        if (known.isEmpty()) {
            return List.of("Aucune décision n'est enregistrée.");
        }
        return known.stream()
                .flatMap(one -> Stream.of(
                        "Décision n° " + one.no() + " : "
                                + DecisionWords.nature(one.decision().getKind()) + ", " + about(one.decision(), names),
                        line("acte", act(one.decision())),
                        line("siège, devenir", notified(one.decision(), names)),
                        line("aide", aid(one.decision())),
                        line("au journal", one.journalled() ? "oui" : "à la prochaine exécution")))
                .toList();
    }

    private static String line(String title, String value) {
        return "  %-15s %s".formatted(title, value);
    }

    /** What came with the communes of another says whose it was. */
    private static String about(DecisionRecorded decision, PlaceNames names) {
        String epci = names.epci(decision.getEpci());
        String from = decision.getNotifiedEpci() == null ? "" : ", de " + names.epci(decision.getNotifiedEpci());
        return decision.getSubject().startsWith("room:")
                ? names.subject(decision.getSubject()) + ", " + epci + from
                : epci + from;
    }

    private static String act(DecisionRecorded decision) {
        return decision.getAct() + " du " + Day.french(decision.getDecidedOn()) + ", " + decision.getOrgan();
    }

    private static String aid(DecisionRecorded decision) {
        return decision.getAid().isEmpty() ? CommandFrench.NONE : CommandFrench.euros(total(decision));
    }

    private static List<String> notified(DecisionRecorded decision, @Nullable Siege seat) {
        List<String> lines = new ArrayList<>();
        lines.add("  siège           " + (seat == null ? "aucun" : seat.getName() + " (" + seat.getId() + ")"));
        decision.getAid().forEach(aid -> lines.add("  " + padded(aid) + CommandFrench.euros(aid.getAid())));
        lines.add("  aide en tout    "
                + (decision.getAid().isEmpty() ? "aucun montant connu" : CommandFrench.euros(total(decision))));
        return lines;
    }

    private static String padded(AideNotifiee aid) {
        return String.format("%-16s", CommandFrench.name(AidLineName.valueOf(aid.getLine())));
    }

    private static String notified(DecisionRecorded decision, PlaceNames names) {
        if (decision.getConversion() != null) {
            return Codes.outcome(decision.getConversion());
        }
        return decision.getSeat() == null ? CommandFrench.NONE : names.subject(decision.getSeat());
    }

    private static String bare(String subject) {
        return subject.substring(subject.indexOf(':') + 1);
    }

    private static BigDecimal total(DecisionRecorded decision) {
        return decision.getAid().stream().map(AideNotifiee::getAid).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
