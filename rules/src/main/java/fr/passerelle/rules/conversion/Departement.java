package fr.passerelle.rules.conversion;

import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.EpciDescribed;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A département of the region.
 *
 * @param code first two characters of its communes' INSEE codes
 * @param name as people say it; the code itself outside the region
 */
public record Departement(String code, String name) implements Comparable<Departement> {

    private static final Map<String, String> NAMES =
            Map.of("02", "Aisne", "59", "Nord", "60", "Oise", "62", "Pas-de-Calais", "80", "Somme");
    private static final String NOWHERE = "";
    private static final int CODE = 2;

    /** That of a commune, by its INSEE code. */
    public static Departement of(String insee) {
        String code = insee.substring(0, Math.min(CODE, insee.length()));
        return new Departement(code, NAMES.getOrDefault(code, code));
    }

    /** That of most inhabitants of an EPCI, some of which straddle two; of two as populated, the lowest code. Without a name where nothing is known of it. */
    public static Departement of(@Nullable EpciDescribed epci) {
        if (epci == null) {
            return of(NOWHERE);
        }
        Map<Departement, Long> inhabitants = new TreeMap<>();
        for (Commune commune : epci.getCommunes()) {
            inhabitants.merge(of(commune.getInsee()), (long) commune.getPopulation(), Long::sum);
        }
        return inhabitants.entrySet().stream()
                .max(Map.Entry.<Departement, Long>comparingByValue()
                        .thenComparing(
                                Map.Entry.<Departement, Long>comparingByKey().reversed()))
                .map(Map.Entry::getKey)
                .orElse(of(NOWHERE));
    }

    /** All those that its communes are of, by code. */
    public static SortedSet<Departement> all(EpciDescribed epci) {
        return epci.getCommunes().stream()
                .map(commune -> of(commune.getInsee()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public int compareTo(Departement other) {
        return Comparator.comparing(Departement::code).compare(this, other);
    }
}
