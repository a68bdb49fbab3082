package fr.passerelle.cli.command;

import fr.passerelle.published.run.Run;
import fr.passerelle.schemas.event.AidLineName;
import fr.passerelle.schemas.event.Fonction;
import fr.passerelle.schemas.table.FileLines;
import fr.passerelle.sheets.french.FrenchNumbers;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Numbers and names as a French reader expects them. */
public final class CommandFrench {

    private static final int NAME = 14;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy\u00a0HH:mm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    public static final String NONE = FrenchNumbers.UNKNOWN;

    private CommandFrench() {}

    /** An integer, thousands apart. */
    public static String number(long value) {
        return FrenchNumbers.whole(value);
    }

    /** A number with its noun: {@code 0 modifiée}, {@code 1 modifiée}, {@code 2 modifiées}. */
    public static String counted(long value, String one, String many) {
        return number(value) + " " + (value < 2 ? one : many);
    }

    /** Euros and cents, such as {@code 72 049,59 €}; a dash where no amount is known. */
    public static String euros(@Nullable BigDecimal amount) {
        return amount == null ? NONE : amount(amount) + "\u00a0€";
    }

    /** The same without the sign, for a table that says its unit. */
    public static String amount(@Nullable BigDecimal amount) {
        return amount == null ? NONE : FrenchNumbers.amount(amount);
    }

    /** A moment, where days are those of people: {@code 15/12/2017 02:04}. */
    public static String moment(OffsetDateTime instant) {
        return MOMENT.format(instant.atZoneSameInstant(Run.FRANCE));
    }

    /** A day: {@code 15/12/2017}. */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** The text on one line of a terminal, and nothing in it that a terminal would obey. */
    public static String oneLine(String text, int most) {
        String shown = text.replaceAll("\\p{Cntrl}+", " ");
        return shown.codePointCount(0, shown.length()) <= most
                ? shown
                : shown.substring(0, shown.offsetByCodePoints(0, most - 1)) + "…";
    }

    /** Lines of a file, and their row where they give several. */
    public static String place(Object lines, int ordinal) {
        return ordinal == 0 ? lines.toString() : lines + " (" + (ordinal + 1) + ")";
    }

    /** What the lines of files are, in a sentence that begins by a title: they add up. */
    public static String lines(String title, FileLines lines) {
        return title + " : " + number(lines.all()) + " = "
                + Stream.of(
                                some(lines.announcing(), "qui annonce le séparateur"),
                                some(lines.preamble(), "avant l'en-tête"),
                                some(lines.header(), "d'en-tête"),
                                some(lines.rows(), "de la table"),
                                some(lines.inside(), "à l'intérieur de cellules de plusieurs lignes"),
                                some(lines.controls(), "de contrôle"),
                                some(lines.blank(), "en blanc"),
                                some(lines.refused(), "dont les cellules ne se distinguent pas"))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" + "));
    }

    private static String some(long count, String what) {
        return count > 0 ? number(count) + " " + what : "";
    }

    /** Seconds with one decimal. */
    public static String seconds(double value) {
        return String.format(Locale.FRANCE, "%.1f s", value);
    }

    /** A line about one thing: the name of what is told of it, then that. */
    public static String line(String name, String text) {
        return "  " + name + " ".repeat(Math.max(1, NAME - name.length())) + text;
    }

    /** What is said behind the name of what is a reconstruction; else nothing. */
    public static String reconstitution(boolean demonstration) {
        return demonstration ? " (reconstitution)" : "";
    }

    public static String name(Fonction fonction) {
        return switch (fonction) {
            case FABLAB -> "fablab";
            case COWORKING -> "coworking";
            case MEDIATION_NUMERIQUE -> "médiation";
            case TELETRAVAIL -> "télétravail";
            case ACCOMPAGNEMENT_PROJETS -> "accompagnement";
        };
    }

    public static String name(AidLineName line) {
        return switch (line) {
            case ETUDE -> "étude";
            case INVESTISSEMENT -> "investissement";
            case FONCTIONNEMENT_1 -> "animation an 1";
            case FONCTIONNEMENT_2 -> "animation an 2";
            case FONCTIONNEMENT_3 -> "animation an 3";
        };
    }
}
