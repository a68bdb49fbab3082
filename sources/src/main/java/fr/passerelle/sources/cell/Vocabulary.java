package fr.passerelle.sources.cell;

import fr.passerelle.schemas.table.Activity;
import fr.passerelle.schemas.table.Correction;
import fr.passerelle.schemas.table.Field.BooleanWords;
import fr.passerelle.schemas.table.Field.ListFormat;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words of a schema by what people write for them: other case, other accents, other hyphens, other gender, the adjective. */
final class Vocabulary {
    private static final Pattern JOINTS = Pattern.compile("[ _'’-]+");
    private static final Map<String, List<String>> SYNONYMS = Map.ofEntries(
            Map.entry("JOUR", List.of("jours", "journalier", "journaliere", "quotidien", "quotidienne")),
            Map.entry("SEMAINE", List.of("semaines", "hebdo", "hebdomadaire")),
            Map.entry("MOIS", List.of("mensuel", "mensuelle")),
            Map.entry("TRIMESTRE", List.of("trimestriel", "trimestrielle")),
            Map.entry("SEMESTRE", List.of("semestriel", "semestrielle")),
            Map.entry("ANNEE", List.of("an", "annuel", "annuelle")),
            Map.entry("OUVERT", List.of("ouverte")),
            Map.entry("FERME", List.of("fermee")),
            Map.entry("ADOPTEE", List.of("adopte")),
            Map.entry("PROPOSEE", List.of("propose")),
            Map.entry("ACCEPTEE", List.of("accepte")),
            Map.entry("REFUSEE", List.of("refuse")),
            Map.entry("RENDUE", List.of("rendu")),
            Map.entry("MEDIATION_NUMERIQUE", List.of("mediation")),
            Map.entry("ACCOMPAGNEMENT_PROJETS", List.of("accompagnementdeprojets", "accompagnementdeprojet")),
            Map.entry("oui", List.of("o", "vrai", "true", "yes")),
            Map.entry("non", List.of("n", "faux", "false", "no")));

    private final Map<String, RepairedText> words = new HashMap<>();

    Vocabulary(Collection<String> canonical) {
        this(canonical, SYNONYMS);
    }

    /** @param synonyms by the word that they stand for */
    Vocabulary(Collection<String> canonical, Map<String, List<String>> synonyms) {
        canonical.forEach(word -> synonyms.getOrDefault(word, List.of())
                .forEach(synonym -> words.put(key(synonym), new RepairedText(word, Correction.SYNONYME))));
        canonical.forEach(word -> words.put(key(word), new RepairedText(word, Correction.ACCENTS_CASSE)));
    }

    @Nullable
    RepairedText read(String text) {
        return words.get(key(text));
    }

    private static String key(String text) {
        return JOINTS.matcher(CellText.folded(text)).replaceAll("");
    }

    /** Yes and no as people write them. A figure is only one of them where it is declared: elsewhere it may be a count. */
    static final class YesNoRepair implements Repair {
        private final String yes;
        private final String no;
        private final boolean digits;
        private final Vocabulary vocabulary;

        YesNoRepair(BooleanWords words, Forms forms) {
            this.yes = words.trueValues().getFirst();
            this.no = words.falseValues().getFirst();
            this.digits = forms.digits();
            this.vocabulary = new Vocabulary(List.of(yes, no));
        }

        @Override
        public @Nullable RepairedText of(String cell) {
            if (digits && (cell.equals("1") || cell.equals("0"))) {
                return new RepairedText(cell.equals("1") ? yes : no, null);
            }
            return cell.length() <= LONGEST ? vocabulary.read(cell) : null;
        }

        @Override
        public String advice(String cell) {
            return cell.equals("1") || cell.equals("0")
                    ? " Si 1 veut dire oui et 0 non, déclarez-le dans le mapping."
                    : "";
        }
    }

    /** Lists of known words, cut by what people put between them; a lenient one leaves out the items that are not known. */
    record ListRepair(ListFormat format, boolean lenient, Vocabulary vocabulary) implements Repair {
        private static final int LONGEST_LIST = 1_000;
        private static final Pattern CUTS = Pattern.compile("[|,;/+\\n\\r]");

        @Override
        public @Nullable RepairedText of(String cell) {
            if (cell.length() > LONGEST_LIST) {
                return null;
            }
            String mark = format.delimiter();
            List<String> items = CellText.items(CUTS.matcher(cell).replaceAll(mark), mark);
            List<RepairedText> words = items.stream()
                    .map(vocabulary::read)
                    .filter(Objects::nonNull)
                    .toList();
            boolean leftOut = words.size() < items.size();
            if (words.isEmpty() || leftOut && !lenient) {
                return null;
            }
            String list = words.stream().map(RepairedText::text).distinct().collect(Collectors.joining(mark));
            boolean cutOtherwise = CUTS.matcher(cell.replace(mark, "")).find();
            Correction known = cutOtherwise ? Correction.LISTE : Correction.ACCENTS_CASSE;
            return new RepairedText(list, leftOut ? Correction.INCONNU : known);
        }
    }

    /** An activity by its code or its label, as people write them; what is neither is another activity, whose words go no further. */
    static final class ActivityRepair implements Repair {
        private static final RepairedText OTHER = new RepairedText(Activity.OTHER, Correction.ACTIVITE_AUTRE);

        /** Registers repeat few words; one that does not must cost no memory. */
        private static final int REMEMBERED = 1_000;

        private final Vocabulary vocabulary = new Vocabulary(
                Activity.all().stream().map(Activity::code).toList(),
                Activity.all().stream()
                        .collect(Collectors.toMap(Activity::code, activity -> List.of(activity.label()))));
        private final Map<String, RepairedText> remembered = new HashMap<>();

        @Override
        public RepairedText of(String cell) {
            if (cell.length() > LONGEST) {
                return OTHER;
            }
            if (remembered.size() >= REMEMBERED) {
                remembered.clear();
            }
            return remembered.computeIfAbsent(cell, this::read);
        }

        private RepairedText read(String cell) {
            RepairedText known = vocabulary.read(CellText.mended(cell));
            return known == null ? OTHER : known;
        }
    }
}
