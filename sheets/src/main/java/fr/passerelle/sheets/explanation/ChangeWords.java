package fr.passerelle.sheets.explanation;

import fr.passerelle.schemas.event.Candidature;
import fr.passerelle.schemas.event.Contrefactuel;
import fr.passerelle.schemas.event.Fonction;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.Siege;
import fr.passerelle.sheets.french.Textes;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A change that alters a conclusion, in words. */
record ChangeWords(Dossier dossier, Naming naming) {

    private static final BigDecimal UNKNOWN = BigDecimal.valueOf(ScoreFigures.UNKNOWN);

    /** The same, and what the conclusion would then be: « C recevait 120 présences de plus en douze mois (tiers lieu à C) ». */
    String leading(Contrefactuel change) {
        Candidature after = change.getAfter();
        return condition(change)
                + Textes.say(
                        "changement.suite",
                        Map.of(
                                "issue", outcome(change),
                                "lieu", change.getSeatAfter() == null ? "" : place(change.getSeatAfter(), naming::at),
                                "avant", change.getSeatBefore() == null ? "non" : "oui",
                                "candidature", after == null ? "" : Textes.word("candidature", after.name())));
    }

    private static String outcome(Contrefactuel change) {
        if (change.getAfter() == Candidature.EX_AEQUO) {
            return "CHOIX";
        }
        if (Objects.equals(change.getSeatBefore(), change.getSeatAfter())) {
            return change.getAfter() == null ? "RIEN" : "PLACE";
        }
        return change.getSeatAfter() == null ? "AUCUN" : "LIEU";
    }

    /** What would have to change: « C recevait 120 présences de plus en douze mois ». */
    String condition(Contrefactuel change) {
        Fonction fonction = change.getFonction();
        return Textes.say(
                "changement." + change.getLevier().name(),
                Map.of(
                        "sujet", place(change.getOn(), naming::bare),
                        "lieu", place(change.getOn(), naming::at),
                        "de", place(change.getOn(), naming::of),
                        "n", change.getAmount().abs(),
                        "sens", change.getAmount().signum() < 0 ? "moins" : "plus",
                        "toutes", presences(change.getOn()),
                        "fonction", fonction == null ? "" : Textes.word("fonction", fonction.name()),
                        "points",
                                Textes.and(change.getItems().stream()
                                        .map(item -> Textes.word("condition", item))
                                        .toList())));
    }

    /** Where the place stands before. */
    String before(Contrefactuel change) {
        return stands(change.getScoreBefore(), change.getBefore(), change.getSeatBefore());
    }

    /** Where it would stand after. */
    String after(Contrefactuel change) {
        return stands(change.getScoreAfter(), change.getAfter(), change.getSeatAfter());
    }

    private String stands(@Nullable Integer score, @Nullable Candidature candidature, @Nullable String seat) {
        return Textes.say(
                "changement.etat",
                Map.of(
                        "note", score == null ? UNKNOWN : BigDecimal.valueOf(score),
                        "candidature", candidature == null ? "" : Textes.word("candidature", candidature.name()),
                        "connue", candidature == null ? "non" : "oui",
                        "siege", seat == null ? "non" : "oui",
                        "lieu", seat == null ? "" : place(seat, naming::at)));
    }

    /** Those of a room in twelve months, of which some would be lost: a number alone does not say how many that is. */
    private long presences(String subject) {
        return dossier.score(identifier(subject))
                .map(Frequentation::getPresences12Months)
                .orElse(0L);
    }

    private static String identifier(String subject) {
        return subject.replaceFirst("^(room|site):", "");
    }

    private String place(String subject, Function<Siege, String> named) {
        String id = identifier(subject);
        return naming.find(id).map(named).orElse(id);
    }
}
