package fr.passerelle.published.tour;

import fr.passerelle.schemas.event.EtapeDesservie;
import fr.passerelle.schemas.event.MotifSeance;
import fr.passerelle.schemas.event.SeancePlanifiee;
import fr.passerelle.schemas.event.ToursComputed;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What would stand if a calendar were published. */
final class DraftSessions {

    private final LocalDate from;
    private final Map<String, EtapeDesservie> etapes;
    private final Map<String, SeancePlanifiee> planned;
    private final SortedMap<String, PublishedSession> standing;

    /**
     * Of a calendar.
     *
     * @param from its first day
     * @param all every session that was ever published
     */
    DraftSessions(LocalDate from, List<ToursComputed> sectors, Collection<PublishedSession> all) {
        this.from = from;
        this.etapes = sectors.stream()
                .flatMap(sector -> sector.getEtapes().stream())
                .collect(Collectors.toMap(EtapeDesservie::getEtape, Function.identity()));
        this.planned = sectors.stream()
                .flatMap(sector -> sector.getSeances().stream())
                .collect(Collectors.toMap(SeancePlanifiee::getSeance, Function.identity()));
        this.standing = all.stream()
                .collect(Collectors.toMap(
                        PublishedSession::seance, Function.identity(), (one, other) -> one, TreeMap::new));
    }

    /** The sessions of its EPCIs, by identity: those that nothing changes are as they stand. */
    List<PublishedSession> all() {
        List<String> epcis =
                etapes.values().stream().map(EtapeDesservie::getEpci).distinct().toList();
        SortedMap<String, PublishedSession> all = new TreeMap<>();
        standing.values().stream()
                .filter(session -> epcis.contains(session.epci()))
                .forEach(session -> all.put(session.seance(), isOver(session) ? session : cancelled(session)));
        planned.forEach((id, seance) -> all.put(id, told(seance)));
        return List.copyOf(all.values());
    }

    private boolean isOver(PublishedSession session) {
        return session.cancelled() != null || session.day().isBefore(from);
    }

    private PublishedSession told(SeancePlanifiee seance) {
        Optional<PublishedSession> known = Optional.ofNullable(standing.get(seance.getSeance()));
        EtapeDesservie etape = etapes.get(seance.getEtape());
        if (etape == null) {
            throw new IllegalStateException("A session is held at an étape that the calendar has not: " + seance);
        }
        return known.filter(session -> session.isAs(seance))
                .orElseGet(() -> new PublishedSession(
                        seance.getSeance(),
                        seance.getEtape(),
                        etape.getEpci(),
                        etape.getName(),
                        etape.getInsee(),
                        seance.getDay(),
                        seance.getStart(),
                        seance.getEnd(),
                        seance.getAnimateur(),
                        known.map(session -> session.sequence() + 1).orElse(0),
                        known.map(PublishedSession::publication).orElse(0),
                        null));
    }

    /** Why is told by who publishes it. */
    private static PublishedSession cancelled(PublishedSession session) {
        return new PublishedSession(
                session.seance(),
                session.etape(),
                session.epci(),
                session.name(),
                session.insee(),
                session.day(),
                session.start(),
                session.end(),
                session.animateur(),
                session.sequence() + 1,
                session.publication(),
                MotifSeance.CAUSE_NON_ETABLIE);
    }
}
