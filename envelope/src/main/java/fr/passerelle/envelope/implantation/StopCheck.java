package fr.passerelle.envelope.implantation;

import fr.passerelle.envelope.implantation.StopArea.StopHost;
import fr.passerelle.schemas.event.Objectif;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * An answer checked without a solver: whether it may be, and how many inhabitants it leaves near, recomputed from the distances alone.
 *
 * @param breaches each rule that it breaks, in French; none where it may be
 * @param near inhabitants near a point over all areas
 */
public record StopCheck(List<String> breaches, long near) {

    /** An answer: the hosts at which the stops of each EPCI would stand, in their order. */
    public record StopSelection(SortedMap<String, List<StopHost>> bySiren) {

        /** Those of one; none where it says nothing of it. */
        public List<StopHost> of(StopArea area) {
            return bySiren.getOrDefault(area.siren(), List.of());
        }

        /** Stops over all areas. */
        public int stops() {
            return bySiren.values().stream().mapToInt(List::size).sum();
        }
    }

    /** Checks an answer. */
    public static StopCheck of(LocationQuestion question, StopSelection selection) {
        List<String> breaches = new ArrayList<>();
        long near = 0;
        for (StopArea area : question.areas()) {
            checkArea(area, selection.of(area), breaches);
            near += area.reach(selection.of(area), question.radiusMetres()).near();
        }
        checkNumbers(question, selection, near, breaches);
        return new StopCheck(List.copyOf(breaches), near);
    }

    /** Whether the answer may be. */
    public boolean holds() {
        return breaches.isEmpty();
    }

    private static void checkArea(StopArea area, List<StopHost> stops, List<String> breaches) {
        if (!area.hosts().containsAll(stops) || new HashSet<>(stops).size() != stops.size()) {
            breaches.add(of(area) + "une étape n'est pas l'un de ses lieux possibles, ou y est deux fois.");
        }
        if (!stops.containsAll(area.pinned())) {
            breaches.add(of(area) + "une étape notifiée manque.");
        }
        int capacity = stops.stream().mapToInt(StopHost::capacity).sum();
        if (capacity < area.requiredSessions(stops.size())) {
            breaches.add(
                    of(area) + "%d séances par mois ne tiennent pas dans %d.".formatted(area.sessions(), capacity));
        }
    }

    private static void checkNumbers(
            LocationQuestion question, StopSelection selection, long near, List<String> breaches) {
        if (!question.areas().stream()
                .map(StopArea::siren)
                .collect(Collectors.toSet())
                .containsAll(selection.bySiren().keySet())) {
            breaches.add("Des étapes sont dans une intercommunalité inconnue.");
        }
        if (question.objectif() == Objectif.NOMBRE && selection.stops() != question.number()) {
            breaches.add("%d étapes au lieu de %d.".formatted(selection.stops(), question.number()));
        }
        if (near < question.leastNear()) {
            breaches.add("%d habitants proches au lieu de %d.".formatted(near, question.leastNear()));
        }
        question.areas().forEach(area -> checkNumber(question.objectif(), area, selection.of(area), breaches));
    }

    private static void checkNumber(Objectif objectif, StopArea area, List<StopHost> stops, List<String> breaches) {
        if (objectif == Objectif.MEME_NOMBRE && stops.size() != area.quota()) {
            breaches.add(of(area) + "%d étapes au lieu de %d.".formatted(stops.size(), area.quota()));
        }
        if (objectif != Objectif.MEME_NOMBRE && stops.size() < area.fewestStops()) {
            breaches.add(of(area) + "%d étapes au lieu d'au moins %d.".formatted(stops.size(), area.fewestStops()));
        }
    }

    private static String of(StopArea area) {
        return "Intercommunalité " + area.siren() + " : ";
    }
}
