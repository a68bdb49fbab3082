package fr.passerelle.sheets.explanation;

import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.sheets.french.Textes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The numbers of a score, as arguments of the texts; those that are unknown are {@link #UNKNOWN}. */
public final class ScoreFigures {

    public static final int UNKNOWN = -1;

    private ScoreFigures() {}

    /** How much the room is used, and how much of its register is known. */
    static Map<String, Object> of(Frequentation score) {
        Map<String, Object> figures = new HashMap<>();
        figures.put("presences", score.getPresences12Months());
        figures.put("observes", score.getObserved12Months());
        figures.put("remplis", score.getMonthsObserved());
        figures.put("ouverts", score.getMonthsOpen());
        return figures;
    }

    /** How much the room is used; how much of its register is filled is said whatever the length. */
    static Sentence use(Frequentation score) {
        return new Sentence(1, List.of(Textes.say("maire.usage", of(score)), Textes.say("maire.registre", of(score))));
    }

    /** The same with its note against the threshold. */
    static Map<String, Object> ofNote(Frequentation score, int threshold) {
        Map<String, Object> figures = of(score);
        figures.put("note", known(score.getScore()));
        figures.put("bas", known(score.getLow()));
        figures.put("haut", known(score.getHigh()));
        figures.put("sure", Objects.equals(score.getLow(), score.getHigh()) ? "oui" : "non");
        figures.put("seuil", threshold);
        return figures;
    }

    private static int known(@Nullable Integer number) {
        return Objects.requireNonNullElse(number, UNKNOWN);
    }
}
