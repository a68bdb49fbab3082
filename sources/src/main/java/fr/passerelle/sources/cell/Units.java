package fr.passerelle.sources.cell;

import java.util.Map;
import java.util.Set;

/** What people write behind the numbers of a column. Case counts: {@code Mb/s} are bits, {@code MB/s} are not. */
final class Units {

    private static final Set<String> HOURS = Set.of("h", "H", "heure", "heures", "hrs");
    private static final Set<String> EUROS = Set.of("€", "euro", "euros", "EUR", "Euros");
    private static final Set<String> DEGREES = Set.of("°");
    private static final Map<String, Set<String>> BY_COLUMN = Map.ofEntries(
            Map.entry("surface_m2", Set.of("m²", "m2", "M²", "M2")),
            Map.entry("debit_mbits", Set.of("Mbit/s", "Mbits/s", "mbit/s", "mbits/s", "Mb/s", "Mbps", "mbps")),
            Map.entry("animateur_etp", Set.of("ETP", "etp")),
            Map.entry("postes", Set.of("poste", "postes", "PC")),
            Map.entry("latitude", DEGREES),
            Map.entry("longitude", DEGREES),
            Map.entry("recettes", EUROS),
            Map.entry("tarif_abonnement", EUROS),
            Map.entry("tarif_heure", EUROS),
            Map.entry("tarif_seance_fablab", EUROS),
            Map.entry("charges_autres", EUROS),
            Map.entry("autres_aides_publiques", EUROS));

    private Units() {}

    /** The names of a column's own unit. */
    static Set<String> of(String column) {
        if (hours(column)) {
            return HOURS;
        }
        return column.startsWith("cout_") ? EUROS : BY_COLUMN.getOrDefault(column, Set.of());
    }

    /** Whether a column counts hours. */
    static boolean hours(String column) {
        return column.startsWith("heures_");
    }

    /** Whether a column counts the hours of a week. */
    static boolean weeklyHours(String column) {
        return column.startsWith("heures_hebdo_");
    }
}
