package fr.passerelle.planning.tour;

import fr.passerelle.journal.CalendarLog;
import fr.passerelle.published.decision.StepMotive;
import fr.passerelle.published.tour.PublishedSession;
import fr.passerelle.published.tour.SessionId;
import fr.passerelle.published.tour.TourManifest;
import fr.passerelle.published.tour.TourPlan;
import fr.passerelle.schemas.event.CalendarPublished;
import fr.passerelle.schemas.event.EtapeDesservie;
import fr.passerelle.schemas.event.MotifSeance;
import fr.passerelle.schemas.event.SeancePlanifiee;
import fr.passerelle.schemas.event.SeancePubliee;
import fr.passerelle.schemas.event.SeancesNonTenues;
import fr.passerelle.schemas.event.SessionCancelled;
import fr.passerelle.schemas.event.ToursComputed;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a calendar says to people, EPCI by EPCI, against what they were told before. */
final class TourPublication {

    private static final String STANDS = """
        insert into passerelle.tour_session (seance, etape, epci, name, insee, day, start_minute, end_minute, animateur,
                                             sequence, publication, cancelled)
        values (:seance, :etape, :epci, :name, :insee, :day, :start, :end, :animateur, :sequence, :publication, :cancelled)
        on conflict (seance) do update set epci = excluded.epci, name = excluded.name, insee = excluded.insee,
            day = excluded.day, start_minute = excluded.start_minute, end_minute = excluded.end_minute,
            animateur = excluded.animateur, sequence = excluded.sequence, publication = excluded.publication,
            cancelled = excluded.cancelled\
        """;

    private final JdbcClient jdbc;
    private final List<ToursComputed> sectors;
    private final SortedSet<String> epcis;
    private final Collection<PublishedSession> before;
    private final Map<String, EtapeDesservie> etapes;

    /** @param before published sessions of the first day and later, of all EPCIs */
    TourPublication(
            JdbcClient jdbc,
            List<ToursComputed> sectors,
            SortedSet<String> epcis,
            Collection<PublishedSession> before) {
        this.jdbc = jdbc;
        this.sectors = sectors;
        this.epcis = epcis;
        this.before = before;
        this.etapes = sectors.stream()
                .flatMap(sector -> sector.getEtapes().stream())
                .collect(Collectors.toMap(EtapeDesservie::getEtape, Function.identity()));
    }

    /** Appends the records and makes the sessions stand as they say; in the caller's transaction. */
    void write(TourPlan plan, StepMotive motive, CalendarLog log) {
        epcis.forEach(epci -> {
            int publication = Math.toIntExact(plan.manifest().publications().getOrDefault(epci, 0L) + 1);
            List<SeancePubliee> seances = seances(epci);
            log.append("calendar:" + epci, epci, plan.no(), calendar(plan, epci, publication, motive, seances));
            seances.forEach(seance -> stand(epci, seance, publication, null));
            gone(epci, seances, plan.manifest()).forEach(seance -> {
                MotifSeance why = why(seance);
                log.append(
                        "session:" + seance.getSeance(),
                        epci,
                        plan.no(),
                        new SessionCancelled(epci, publication, seance, why));
                stand(epci, seance, publication, why);
            });
        });
    }

    private CalendarPublished calendar(
            TourPlan plan, String epci, int publication, StepMotive motive, List<SeancePubliee> seances) {
        return CalendarPublished.newBuilder()
                .setEpci(epci)
                .setPublication(publication)
                .setTourNo(plan.no())
                .setTourId(plan.id())
                .setManifestHash(plan.manifestHash())
                .setFrom(plan.manifest().from())
                .setTo(plan.manifest().last())
                .setDemonstration(sectors.getFirst().getDemonstration())
                .setAccount(motive.account())
                .setReason(motive.reason())
                .setSeances(seances)
                .build();
    }

    private List<SeancePubliee> seances(String epci) {
        Map<String, PublishedSession> known = new HashMap<>();
        before.forEach(session -> known.put(session.seance(), session));
        return sectors.stream()
                .flatMap(sector -> sector.getSeances().stream())
                .filter(seance -> etape(seance.getEtape()).getEpci().equals(epci))
                .map(seance -> seance(seance, Optional.ofNullable(known.get(seance.getSeance()))))
                .toList();
    }

    private SeancePubliee seance(SeancePlanifiee seance, Optional<PublishedSession> known) {
        EtapeDesservie etape = etape(seance.getEtape());
        int sequence = known.map(session -> session.isAs(seance) ? session.sequence() : session.sequence() + 1)
                .orElse(0);
        return new SeancePubliee(
                seance.getSeance(),
                seance.getEtape(),
                etape.getName(),
                etape.getInsee(),
                seance.getDay(),
                seance.getStart(),
                seance.getEnd(),
                seance.getAnimateur(),
                sequence);
    }

    /** What is announced after the last day stands, and what has been at an étape that nobody asks for. */
    private List<SeancePubliee> gone(String epci, List<SeancePubliee> seances, TourManifest manifest) {
        List<String> held = seances.stream().map(SeancePubliee::getSeance).toList();
        return before.stream()
                .filter(session -> epci(session).equals(epci)
                        && manifest.maySpeakOf(session.day(), etapes.containsKey(session.etape())))
                .filter(session -> !held.contains(session.seance()))
                .map(session -> new SeancePubliee(
                        session.seance(),
                        session.etape(),
                        session.name(),
                        session.insee(),
                        session.day(),
                        session.start(),
                        session.end(),
                        session.animateur(),
                        session.sequence() + 1))
                .toList();
    }

    /** Who answers for a session now: its étape may have another EPCI than when it was told. */
    private String epci(PublishedSession session) {
        EtapeDesservie etape = etapes.get(session.etape());
        return etape == null ? session.epci() : etape.getEpci();
    }

    private MotifSeance why(SeancePubliee gone) {
        SessionId id = SessionId.read(gone.getSeance());
        return sectors.stream()
                .flatMap(sector -> sector.getNonTenues().stream())
                .filter(unserved -> unserved.getEtape().equals(id.stop())
                        && unserved.getCycle().equals(id.cycle()))
                .findFirst()
                .map(TourPublication::cause)
                .orElse(MotifSeance.PLUS_DEMANDEE);
    }

    private static MotifSeance cause(SeancesNonTenues unserved) {
        return unserved.getCauses().isEmpty()
                ? MotifSeance.CAUSE_NON_ETABLIE
                : unserved.getCauses().getFirst().getMotif();
    }

    private EtapeDesservie etape(String key) {
        EtapeDesservie etape = etapes.get(key);
        if (etape == null) {
            throw new IllegalStateException("A calendar holds sessions at an étape that it does not have: " + key);
        }
        return etape;
    }

    private void stand(String epci, SeancePubliee seance, int publication, @Nullable MotifSeance why) {
        jdbc.sql(STANDS)
                .param("seance", seance.getSeance())
                .param("etape", seance.getEtape())
                .param("epci", epci)
                .param("name", seance.getName())
                .param("insee", seance.getInsee())
                .param("day", seance.getDay())
                .param("start", seance.getStart())
                .param("end", seance.getEnd())
                .param("animateur", seance.getAnimateur())
                .param("sequence", seance.getSequence())
                .param("publication", publication)
                .param("cancelled", why == null ? null : why.name())
                .update();
    }
}
