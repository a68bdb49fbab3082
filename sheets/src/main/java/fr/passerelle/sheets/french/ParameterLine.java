package fr.passerelle.sheets.french;

import fr.passerelle.schemas.bareme.Parameters.Parameter;
import fr.passerelle.schemas.event.Unite;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number of the barème as its table shows it.
 *
 * @param name in French; its path where it has none
 * @param choice whether it is a choice of the project, that nobody voted
 */
public record ParameterLine(String name, String value, String source, boolean choice) {

    private static final int PLACES = 4;
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+([.][0-9]+)?");
    private static final Pattern MONTH_DAY = Pattern.compile("([0-9]{2})-([0-9]{2})");

    /** A unit, and the ends of the paths that are counted in it; the first that fits decides. */
    private record Known(Pattern path, Unite unit) {

        Known(String path, Unite unit) {
            this(Pattern.compile(".*\\.(" + path + ")"), unit);
        }
    }

    private static final List<Known> UNITS = List.of(
            new Known("taux|marge|participation_minimale|source_unique_ecart|part_.*|.*_part", Unite.PART),
            new Known("plafond|base|cout_par_an", Unite.EUROS),
            new Known("rayon_.*", Unite.METRES),
            new Known("seances_minimum_par_mois\\..*|seances_maximum_par_mois", Unite.SEANCES_PAR_MOIS),
            new Known("mois|.*_mois|.*_mois_minimum|mois_recents_minimum", Unite.MOIS),
            new Known(".*presences_minimum|presences_atteignables", Unite.PRESENCES),
            new Known("seuil", Unite.POINTS),
            new Known("moyen_a_partir_de|eleve_a_partir_de", Unite.POURCENT),
            new Known("heures_.*|duree_presence", Unite.HEURES),
            new Known("groupe", Unite.PERSONNES),
            new Known("pas_population", Unite.HABITANTS),
            new Known("fonctions_minimum", Unite.FONCTIONS),
            new Known("tiers_lieux_maximum", Unite.LIEUX),
            new Known(".*_surface_m2", Unite.METRES_CARRES),
            new Known(".*_mbits", Unite.MBITS),
            new Known(".*_etp", Unite.ETP));

    /** That of a parameter. */
    public static ParameterLine of(Parameter parameter) {
        return new ParameterLine(
                Codes.parametre(parameter.path()),
                read(parameter),
                parameter.source(),
                parameter.isChoiceOfTheProject());
    }

    /** The value of a parameter as people read it. */
    public static String read(Parameter parameter) {
        if (!NUMBER.matcher(parameter.value()).matches()) {
            return word(parameter.value());
        }
        BigDecimal number = new BigDecimal(parameter.value());
        return UNITS.stream()
                .filter(known -> known.path().matcher(parameter.path()).matches())
                .findFirst()
                .map(known -> FrenchNumbers.of(number, known.unit()))
                .orElseGet(() -> FrenchNumbers.decimal(number, PLACES));
    }

    private static String word(String value) {
        return switch (value) {
            case "true" -> Codes.outcome("OUI");
            case "false" -> Codes.outcome("NON");
            case "HT", "TTC" -> value;
            default -> Textes.knows("critere", value) ? Textes.word("critere", value) : dayOrCode(value);
        };
    }

    private static String dayOrCode(String value) {
        Matcher day = MONTH_DAY.matcher(value);
        return day.matches() ? day.group(2) + "/" + day.group(1) : Codes.outcome(value);
    }
}
