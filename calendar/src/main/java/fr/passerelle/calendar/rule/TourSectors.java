package fr.passerelle.calendar.rule;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Parts a question into those that have nothing to do with each other: EPCIs that share no animateur, not even by way of others. */
public final class TourSectors {

    private final Map<String, String> towards = new HashMap<>();

    private TourSectors(TourQuestion question) {
        question.animateurs().forEach(animateur -> animateur.serves().forEach(epci -> join(animateur.id(), epci)));
    }

    /** One question for each sector that has étapes, by its first EPCI; animateurs who serve none of these are in no sector. */
    public static List<TourQuestion> of(TourQuestion question) {
        TourSectors sectors = new TourSectors(question);
        return question.stops().stream()
                .collect(Collectors.groupingBy(stop -> sectors.root(stop.epci()), TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(sector -> sectors.part(question, sector.getKey(), sector.getValue()))
                .sorted(Comparator.comparing(part -> part.stops().getFirst(), TourStop.ORDER))
                .toList();
    }

    private TourQuestion part(TourQuestion question, String root, List<TourStop> stops) {
        TourQuestion part = question.withStops(
                        stops.stream().sorted(TourStop.ORDER).toList())
                .withAnimateurs(question.animateurs().stream()
                        .filter(animateur -> root(animateur.id()).equals(root))
                        .toList());
        return part.withReferences(question.references().stream()
                .filter(session -> part.stop(session.stop()).isPresent()
                        || (session.fact()
                                && part.animateur(session.animateur()).isPresent()))
                .toList());
    }

    private void join(String one, String other) {
        String root = root(one);
        String another = root(other);
        if (!root.equals(another)) {
            towards.put(root, another);
        }
    }

    /** What stands for a sector: an identifier of its own. */
    private String root(String node) {
        String at = node;
        while (towards.containsKey(at)) {
            at = towards.get(at);
        }
        return at;
    }
}
