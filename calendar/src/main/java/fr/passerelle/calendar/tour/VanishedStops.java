package fr.passerelle.calendar.tour;

import fr.passerelle.calendar.rule.TourQuestion;
import fr.passerelle.published.session.PublishedSession;
import java.util.List;

/** Published sessions ahead of a calendar whose étapes are asked for no more, each told once: in the sector of its EPCI. */
final class VanishedStops {

    private final List<TourQuestion> sectors;
    private final List<PublishedSession> sessions;

    /**
     * Of a calendar.
     *
     * @param sectors one at least
     * @param standing the published sessions of its first day and later
     */
    VanishedStops(List<TourQuestion> sectors, List<PublishedSession> standing, TourManifest manifest) {
        this.sectors = sectors;
        this.sessions = standing.stream()
                .filter(session -> manifest.maySpeakOf(session.day()))
                .filter(session -> sectors.stream()
                        .noneMatch(sector -> sector.stop(session.etape()).isPresent()))
                .toList();
    }

    /** Those of a sector, by its rank; the first tells those of EPCIs that have none. */
    List<PublishedSession> of(int rank) {
        return sessions.stream()
                .filter(session -> sector(session.epci()) == rank)
                .toList();
    }

    private int sector(String epci) {
        for (int rank = 0; rank < sectors.size(); rank++) {
            if (isOf(sectors.get(rank), epci)) {
                return rank;
            }
        }
        return 0;
    }

    private static boolean isOf(TourQuestion sector, String epci) {
        return sector.stops().stream().anyMatch(stop -> stop.epci().equals(epci))
                || sector.animateurs().stream()
                        .anyMatch(animateur -> animateur.serves().contains(epci));
    }
}
