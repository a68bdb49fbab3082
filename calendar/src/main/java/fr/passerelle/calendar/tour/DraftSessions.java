package fr.passerelle.calendar.tour;

import fr.passerelle.published.session.PublishedSession;
import fr.passerelle.schemas.event.EtapeDesservie;
import fr.passerelle.schemas.event.MotifSeance;
import fr.passerelle.schemas.event.SeancePlanifiee;
import fr.passerelle.schemas.event.ToursComputed;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What would stand if a calendar were published. */
final class DraftSessions {

    private final TourManifest manifest;
    private final Set<String> epcis;
    private final Map<String, EtapeDesservie> etapes;
    private final Map<String, SeancePlanifiee> planned;
    private final SortedMap<String, PublishedSession> standing;

    /**
     * Of a calendar.
     *
     * @param all every session that was ever published
     */
    DraftSessions(TourManifest manifest, List<ToursComputed> sectors, Collection<PublishedSession> all) {
        this.manifest = manifest;
        this.epcis =
                sectors.stream().flatMap(sector -> sector.getEpcis().stream()).collect(Collectors.toSet());
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
        SortedMap<String, PublishedSession> all = new TreeMap<>();
        standing.values().stream()
                .filter(session -> epcis.contains(session.epci()) || etapes.containsKey(session.etape()))
                .forEach(session -> all.put(session.seance(), isLeft(session) ? session : cancelled(session)));
        planned.forEach((id, seance) -> all.put(id, told(seance)));
        return List.copyOf(all.values());
    }

    /** Whether the calendar has nothing to say of it. */
    private boolean isLeft(PublishedSession session) {
        return session.cancelled() != null || !manifest.maySpeakOf(session.day());
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
