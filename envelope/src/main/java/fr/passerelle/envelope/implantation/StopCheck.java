package fr.passerelle.envelope.implantation;

import fr.passerelle.envelope.implantation.StopArea.StopHost;
import fr.passerelle.schemas.event.Objectif;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** An answer checked without a solver, from distances alone: each rule that it breaks, in French, and how many inhabitants are near. */
public record StopCheck(List<String> breaches, long near) {

    /** @param stops the hosts at which those of each area would stand, one list an area, in their order, else IllegalArgumentException */
    public static StopCheck of(LocationQuestion question, List<List<StopHost>> stops) {
        if (stops.size() != question.areas().size()) {
            throw new IllegalArgumentException(
                    stops.size() + " answers for " + question.areas().size() + " areas");
        }
        List<String> breaches = new ArrayList<>();
        long near = 0;
        for (int area = 0; area < stops.size(); area++) {
            StopArea own = question.areas().get(area);
            checkArea(own, stops.get(area), breaches);
            near += own.reach(stops.get(area), question.radiusMetres()).near();
        }
        checkNumbers(question, stops, near, breaches);
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
            LocationQuestion question, List<List<StopHost>> stops, long near, List<String> breaches) {
        int all = stops.stream().mapToInt(List::size).sum();
        if (question.objectif() == Objectif.NOMBRE && all != question.number()) {
            breaches.add("%d étapes au lieu de %d.".formatted(all, question.number()));
        }
        if (near < question.leastNear()) {
            breaches.add("%d habitants proches au lieu de %d.".formatted(near, question.leastNear()));
        }
        for (int area = 0; area < stops.size(); area++) {
            checkNumber(question.objectif(), question.areas().get(area), stops.get(area), breaches);
        }
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
