package fr.passerelle.rules.economy;

import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.ConversionKind;
import fr.passerelle.schemas.event.Host;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.Siege;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a remainder is divided by. Choix du projet: the communes choose their own, and no text gives one. */
public enum DivisionKey {
    /** Inhabitants. */
    HABITANTS,
    /** Sessions a month, where they are held; the seat counts for as many as the étape that holds the most, for one where there is none (choix du projet). */
    SEANCES;

    /**
     * What each commune of an EPCI weighs.
     *
     * @param communes all of them
     * @param conversions those of its rooms
     * @return by INSEE code, whatever the order of the arguments
     */
    public List<CommuneWeight> weights(Collection<Commune> communes, Plan plan, Collection<Conversion> conversions) {
        Map<String, Integer> weights = switch (this) {
            case HABITANTS -> inhabitants(communes);
            case SEANCES -> sessions(plan, conversions);
        };
        return communes.stream()
                .map(commune -> new CommuneWeight(
                        commune.getInsee(), commune.getName(), weights.getOrDefault(commune.getInsee(), 0)))
                .sorted(RemainderDivision.BY_INSEE)
                .toList();
    }

    private static Map<String, Integer> inhabitants(Collection<Commune> communes) {
        return communes.stream().collect(Collectors.toMap(Commune::getInsee, Commune::getPopulation));
    }

    private static Map<String, Integer> sessions(Plan plan, Collection<Conversion> conversions) {
        List<Conversion> etapes = conversions.stream()
                .filter(conversion -> conversion.getKind() == ConversionKind.ETAPE_NOMADE)
                .toList();
        int most = etapes.stream().mapToInt(Conversion::getSessionsAMonth).max().orElse(1);
        return Stream.concat(
                        etapes.stream().map(etape -> Map.entry(host(etape), etape.getSessionsAMonth())),
                        Stream.ofNullable(plan.getSiege()).map(Siege::getInsee).map(seat -> Map.entry(seat, most)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Integer::sum));
    }

    private static String host(Conversion etape) {
        Host host = Objects.requireNonNull(etape.getHost(), "An étape has a host");
        return host.getInsee();
    }
}
