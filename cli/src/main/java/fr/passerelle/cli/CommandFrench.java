package fr.passerelle.cli;

import fr.passerelle.schemas.event.AidLineName;
import fr.passerelle.schemas.event.Fonction;
import fr.passerelle.sheets.french.FrenchNumbers;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers and names as a French reader expects them. */
final class CommandFrench {

    static final String NONE = FrenchNumbers.UNKNOWN;

    private CommandFrench() {}

    /** An integer, thousands apart. */
    static String number(long value) {
        return FrenchNumbers.whole(value);
    }

    /** A number with the decimals that it has, six at most, thousands apart. */
    static String number(BigDecimal value) {
        return FrenchNumbers.decimal(value, 6);
    }

    /** A number with its noun: {@code 0 modifiée}, {@code 1 modifiée}, {@code 2 modifiées}. */
    static String counted(long value, String one, String many) {
        return number(value) + " " + (value < 2 ? one : many);
    }

    /** Euros and cents, such as {@code 72 049,59 €}; a dash where no amount is known. */
    static String euros(@Nullable BigDecimal amount) {
        return amount == null ? NONE : amount(amount) + "\u00a0€";
    }

    /** The same without the sign, for a table that says its unit. */
    static String amount(@Nullable BigDecimal amount) {
        return amount == null ? NONE : FrenchNumbers.amount(amount);
    }

    /** Seconds with one decimal. */
    static String seconds(double value) {
        return String.format(Locale.FRANCE, "%.1f s", value);
    }

    static String name(Fonction fonction) {
        return switch (fonction) {
            case FABLAB -> "fablab";
            case COWORKING -> "coworking";
            case MEDIATION_NUMERIQUE -> "médiation";
            case TELETRAVAIL -> "télétravail";
            case ACCOMPAGNEMENT_PROJETS -> "accompagnement";
        };
    }

    static String name(AidLineName line) {
        return switch (line) {
            case ETUDE -> "étude";
            case INVESTISSEMENT -> "investissement";
            case FONCTIONNEMENT_1 -> "animation an 1";
            case FONCTIONNEMENT_2 -> "animation an 2";
            case FONCTIONNEMENT_3 -> "animation an 3";
        };
    }
}
