package fr.passerelle.sheets.french;

import fr.passerelle.rules.trace.Rule;
import fr.passerelle.schemas.event.DecisionKind;
import fr.passerelle.schemas.event.DecisionRecorded;
import fr.passerelle.schemas.table.Activity;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The French words of the stable codes of the log, for those who show a code alone. What is no code stays as it is. */
public final class Codes {

    private static final Pattern NUMBERED = Pattern.compile("(.+)_(\\d+)");
    private static final Pattern OF_AN_INDICATOR =
            Pattern.compile("jeu_de_regles\\.indicateurs\\.(\\w+)\\.(?:poids|echelle\\.(\\d+))");

    private Codes() {}

    /** What came out of a rule, or what it found: « données insuffisantes ». */
    public static String outcome(String code) {
        return Textes.word("issue", code);
    }

    /** What a rule says; an indicator, or a rule that this version of the program does not know any more, by its own words. */
    public static String rule(String code) {
        return Arrays.stream(Rule.values())
                .filter(rule -> rule.name().equals(code))
                .map(rule -> Textes.typeset(rule.title()))
                .findFirst()
                .orElseGet(() -> outcome(code));
    }

    /** What a rule looked at: « présences », « borne basse (2) » where it ends with a rank in a comparison. */
    public static String operand(String code) {
        Matcher numbered = NUMBERED.matcher(code);
        return !Textes.knows("operande", code) && numbered.matches()
                ? Textes.say(
                        "operande.numero",
                        Map.of("nom", Textes.word("operande", numbered.group(1)), "n", numbered.group(2)))
                : Textes.word("operande", code);
    }

    /** Themes of sessions in one vocabulary, each once: one that an activity stands for is said as that activity is. */
    public static List<String> themes(List<String> themes) {
        return themes.stream().map(Codes::theme).distinct().toList();
    }

    /** One theme, within a sentence. */
    public static String theme(String theme) {
        return Textes.typeset(Activity.all().stream()
                .filter(activity -> activity.theme().equals(theme))
                .map(activity -> activity.label().substring(0, 1).toLowerCase(Locale.FRANCE)
                        + activity.label().substring(1))
                .findFirst()
                .orElse(theme));
    }

    /** A number of the barème by its path: « Étude : taux ». */
    public static String parametre(String path) {
        Matcher indicator = OF_AN_INDICATOR.matcher(path);
        if (!indicator.matches()) {
            return Textes.word("parametre", path);
        }
        String name = indicator.group(1);
        String point = indicator.group(2);
        return point == null
                ? Textes.word("marge", name)
                : Textes.say("parametre.echelle", Map.of("indicateur", Textes.word("indicateur", name), "n", point));
    }

    /** A decision in French, as it stands beside what is proposed. */
    public static final class DecisionWords {

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

        /** All of it, a sentence; what is not on the log yet, the next run carries there. */
        public static String sentence(DecisionRecorded decision, boolean journalled) {
            String notified = decision.getConversion() == null ? "" : ", " + Codes.outcome(decision.getConversion());
            return "Décision " + nature(decision.getKind()) + notified + " : acte " + decision.getAct() + " du "
                    + DAY.format(decision.getDecidedOn()) + ", " + decision.getOrgan()
                    + (journalled ? "." : " ; la prochaine exécution l'inscrit au journal.");
        }
    }
}
