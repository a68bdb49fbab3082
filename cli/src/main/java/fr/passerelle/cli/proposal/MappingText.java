package fr.passerelle.cli.proposal;

import fr.passerelle.cli.proposal.FileLook.ColumnLook;
import fr.passerelle.cli.proposal.MappingDraft.Confidence;
import fr.passerelle.cli.proposal.Matching.Guess;
import fr.passerelle.schemas.person.PersonColumns;
import fr.passerelle.schemas.person.PersonMask;
import fr.passerelle.schemas.person.SafeWords;
import fr.passerelle.schemas.person.SafeWords.Quote;
import fr.passerelle.schemas.table.Field;
import fr.passerelle.schemas.text.PlainText;
import fr.passerelle.sources.table.RawTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes a proposal, without a word that may be somebody's name. */
record MappingText(FileLook look, TableChoice choice) {

    private static final String DOUBT = "  # à vérifier";
    private static final int LAST_HEADER_LINE = 1000;
    private static final int LONGEST_NAME = 60;
    private static final Set<String> IDENTIFIERS = Set.of("id_salle", "id_site");
    private static final Map<String, String> USUAL =
            Map.of("etat", "OUVERT", "activite", "ACCES_LIBRE", "gestion", "REGION", "grain", "MOIS");

    /** Whether something usual is proposed for a column that the table requires and the file lacks. */
    static boolean isUsual(String column) {
        return USUAL.containsKey(column);
    }

    /** The text, by the name of its source, and of a sheet of a workbook where there is one. */
    String write(String fileName, String source, @Nullable String sheet) {
        List<String> lines = new ArrayList<>();
        lines.add("# Proposition : relisez-la, surtout ce qui est marqué « à vérifier », puis essayez-la :");
        lines.add("#   ./passerelle check FICHIER --mapping CE_MAPPING");
        lines.add("mapping: " + quoted(source));
        lines.add("table: " + choice.schema().name() + "  # " + choice.confidence().french + " : " + choice.reason());
        lines.add("fichiers: [" + quoted(files(fileName)) + "]" + DOUBT);
        lines.add("lecture: {" + String.join(", ", reading(sheet)) + "}");
        columns(lines);
        period(lines);
        forms(lines);
        totals(lines);
        ignored(lines);
        return String.join("\n", lines) + "\n";
    }

    private List<String> reading(@Nullable String sheet) {
        RawTable.Traits traits = look.traits();
        return Stream.of(
                        traits.charset() == null ? "" : "charset: " + traits.charset(),
                        traits.separator() == null ? "" : "separateur: " + sign(traits.separator()),
                        traits.quote() == null || traits.quote() == '"' ? "" : "guillemet: " + sign(traits.quote()),
                        traits.escape() == null ? "" : "echappement: " + sign(traits.escape()),
                        sheet == null ? "" : "feuille: " + quoted(sheet),
                        look.headerLine() > LAST_HEADER_LINE ? "" : "entete: " + look.headerLine())
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static String sign(char sign) {
        return sign == '\t' ? "tabulation" : quoted(String.valueOf(sign));
    }

    private void columns(List<String> lines) {
        lines.add("colonnes:");
        for (Field field : choice.schema().fields()) {
            Guess guess = choice.guesses().get(field.name());
            if (guess != null) {
                lines.add("  " + field.name() + ": " + formula(guess) + comment(guess));
            } else if (field.name().equals(TableChoice.FUNCTIONS)) {
                boxes(lines);
            } else if (field.constraints().required() && !choice.isSaidByPeriod(field.name())) {
                lines.add(lacking(field.name()));
            }
        }
    }

    /** A name can be made an identifier. */
    private String formula(Guess guess) {
        boolean named = IDENTIFIERS.contains(guess.target()) && guess.confidence() == Confidence.DOUBTFUL;
        return named ? identifier(guess) : name(guess.place());
    }

    private String identifier(Guess guess) {
        return "{de: " + name(guess.place()) + ", identifiant: oui}";
    }

    private void boxes(List<String> lines) {
        String boxes = choice.boxes().stream()
                .map(box -> name(box.place()) + ": " + TableChoice.item(box))
                .collect(Collectors.joining(", "));
        if (!boxes.isEmpty()) {
            lines.add("  " + TableChoice.FUNCTIONS + ": {cases: {" + boxes + "}}" + DOUBT
                    + " : des cases à cocher dont le nom dit une fonction");
        }
    }

    private String lacking(String column) {
        if (column.equals("grain") && choice.isSession()) {
            return "  grain: {constante: SEANCE}  # probable : la période est le jour d'une séance";
        }
        Guess named = choice.guesses().get("nom");
        if (IDENTIFIERS.contains(column) && named != null) {
            return "  " + column + ": " + identifier(named) + DOUBT
                    + " : faute d'identifiant, le nom ; joignez-y la commune si deux lieux ont le même";
        }
        String usual = USUAL.get(column);
        return usual == null
                ? "  # " + column + ": à remplir, cette colonne est obligatoire"
                : "  " + column + ": {constante: " + usual + "}" + DOUBT + " : ce que disent la plupart des fichiers";
    }

    private void period(List<String> lines) {
        Guess period = choice.guesses().get(Synonyms.PERIOD);
        Guess year = choice.guesses().get(Synonyms.YEAR);
        Guess month = choice.guesses().get(Synonyms.MONTH);
        if (period != null) {
            String name = name(period.place());
            boolean months = look.columns().get(period.place()).saysMonths();
            lines.add("periode: " + (months ? "{de: " + name + ", grain: MOIS}" : name) + comment(period));
        } else if (year != null && month != null) {
            lines.add("periode: {joindre: [" + name(year.place()) + ", " + name(month.place()) + "], avec: \"-\"}"
                    + comment(month.confidence().compareTo(year.confidence()) < 0 ? year : month));
        }
        if (choice.months() != null) {
            lines.add("mois_en_colonnes: {vers: presences, colonnes: " + choice.months() + "}" + DOUBT
                    + " : ses en-têtes sont des mois, ce que comptent ses cellules n'est pas dit");
        }
    }

    private void forms(List<String> lines) {
        ColumnLook days = look(column -> column.equals(Synonyms.PERIOD) || isOf(column, Field.Type.DATE));
        if (!days.dateForms().isEmpty()) {
            lines.add("dates: [" + String.join(", ", days.dateForms()) + "]" + (days.isDayInDoubt() ? DOUBT : ""));
        }
        ColumnLook numbers = look(column -> isOf(column, Field.Type.NUMBER) || isOf(column, Field.Type.INTEGER));
        if (numbers.comma) {
            boolean doubt = numbers.point;
            lines.add((doubt ? "# " : "") + "nombres: {decimale: \",\"}" + (doubt ? DOUBT : ""));
        }
        if (choice.guesses().values().stream()
                .anyMatch(guess -> (TableChoice.isBox(guess.target()) || isOf(guess.target(), Field.Type.BOOLEAN))
                        && look.columns().get(guess.place()).saysDigits())) {
            lines.add("oui_non_chiffres: oui" + DOUBT + " : 1 voudrait dire oui, et 0 non");
        }
        Set<String> missing = look(column -> true).missing;
        if (!missing.isEmpty()) {
            lines.add("vides: [" + missing.stream().map(MappingText::quoted).collect(Collectors.joining(", ")) + "]");
        }
    }

    private void totals(List<String> lines) {
        Set<String> words = look.columns().getFirst().totals;
        if (!words.isEmpty() && !isPerson(0)) {
            lines.add("totaux: {colonne: " + name(0) + ", valeurs: ["
                    + words.stream().map(word -> quoted(word + "*")).collect(Collectors.joining(", "))
                    + "]}");
        }
    }

    private void ignored(List<String> lines) {
        List<String> ignored = new ArrayList<>();
        for (int i = 0; i < look.headers().size(); i++) {
            if (isPerson(i)) {
                ignored.add("  - " + name(i) + "  # semble dire qui est quelqu'un");
            } else if (!isUsed(i)) {
                ignored.add("  - " + name(i) + DOUBT + header(i));
            }
        }
        if (!ignored.isEmpty()) {
            lines.add("ignorer:");
            lines.addAll(ignored);
        }
    }

    private String comment(Guess guess) {
        return guess.comment() + header(guess.place());
    }

    /** The header of a column that is named by its place, for whoever has the file: runs keep mappings without their comments. */
    private String header(int place) {
        String header = look.headers().get(place);
        return header.isEmpty() || !name(place).equals("\"#%d\"".formatted(place + 1))
                ? ""
                : " (« " + Quote.shownWord(header) + " »)";
    }

    /** A box is only written where no column says the whole list. */
    private boolean isUsed(int place) {
        boolean total = place == 0 && !look.columns().getFirst().totals.isEmpty();
        return total
                || choice.wide().contains(place)
                || choice.guesses().values().stream()
                        .anyMatch(guess -> guess.place() == place
                                && (!TableChoice.isBox(guess.target())
                                        || choice.boxes().contains(guess)));
    }

    private boolean isPerson(int place) {
        return PersonColumns.byHeader(choice.schema(), look.headers().get(place));
    }

    private boolean isOf(String column, Field.Type type) {
        return choice.schema().field(column).stream().anyMatch(field -> field.type() == type);
    }

    /** Look of the columns that go to such columns of the table; those of months go to presences. */
    private ColumnLook look(Predicate<String> such) {
        List<ColumnLook> looks = new ArrayList<>();
        choice.guesses().forEach((column, guess) -> {
            if (such.test(column)) {
                looks.add(look.columns().get(guess.place()));
            }
        });
        if (such.test("presences")) {
            choice.wide().forEach(place -> looks.add(look.columns().get(place)));
        }
        return ColumnLook.together(looks);
    }

    /** A column by its header where that is made of known words and is its alone, else by its place: {@code #3}. */
    private String name(int place) {
        String header = look.headers().get(place);
        boolean plain = !header.isEmpty() && !header.matches(".*[*?\\p{Cntrl}].*|.*#[0-9]+");
        boolean alone = Collections.frequency(look.headers(), header) == 1;
        return quoted(plain && alone && SafeWords.areSafe(header) ? header : "#" + (place + 1));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    static String source(String fileName) {
        String stem = fileName.replaceFirst("\\.[^.]*$", "");
        String known = SafeWords.show(stem).replace(PersonMask.BLOT, " ");
        String slug = PlainText.words(known).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        String cut = slug.substring(0, Math.min(slug.length(), LONGEST_NAME)).replaceAll("-+$", "");
        return cut.isEmpty() ? "source" : cut;
    }

    /** The form of the names of its files: numbers change from one file to the next. */
    private static String files(String fileName) {
        if (SafeWords.areSafe(fileName) && !fileName.matches(".*[/\\\\\\[\\]{}\\p{Cntrl}].*")) {
            return fileName.replaceAll("[0-9]+", "*");
        }
        String end = fileName.replaceFirst("^.*\\.", "");
        return end.matches("[A-Za-z]{2,4}") && !end.equals(fileName) ? "*." + end : "*";
    }
}
