package fr.passerelle.calendar.tour;

import fr.passerelle.schemas.event.CauseVerifiee;
import fr.passerelle.schemas.event.EtapeDesservie;
import fr.passerelle.schemas.event.MotifSeance;
import fr.passerelle.schemas.event.Preuve;
import fr.passerelle.schemas.event.RunRef;
import fr.passerelle.schemas.event.SeancePlanifiee;
import fr.passerelle.schemas.event.SeancesNonTenues;
import fr.passerelle.schemas.event.SourceHoraires;
import fr.passerelle.schemas.event.ToursComputed;
import java.time.LocalDate;
import java.util.List;

/** What a sector computed, by hand: two étapes of two EPCIs, and an animateur. */
public final class TourCalendarRecords {

    static final LocalDate MONDAY = LocalDate.of(2018, 1, 8);
    static final String EPCI = "200072031";
    static final String OTHER = "246000855";
    static final String A = "place:a";
    static final String B = "place:b";

    private TourCalendarRecords() {}

    static ToursComputed sector(long plan, List<SeancesNonTenues> unserved, SeancePlanifiee... sessions) {
        return ToursComputed.newBuilder()
                .setTourNo(plan)
                .setTourId("T-00000" + plan)
                .setManifestHash("x")
                .setRun(new RunRef(1L, "N-000001", "b"))
                .setSector(0)
                .setSectors(1)
                .setDemonstration(false)
                .setFrom(MONDAY)
                .setWeeks(4)
                .setEpcis(List.of(EPCI, OTHER))
                .setAnimateurs(List.of("A-01"))
                .setCycles(List.of())
                .setEtapes(List.of(etape(A, EPCI), etape(B, OTHER)))
                .setSeances(List.of(sessions))
                .setJournees(List.of())
                .setCharges(List.of())
                .setNonTenues(unserved)
                .setEcarts(List.of())
                .build();
    }

    static SeancePlanifiee session(String etape, int rank, int day, int start) {
        return new SeancePlanifiee(
                etape + "|" + MONDAY + "|" + rank,
                etape,
                MONDAY.plusDays(day),
                start,
                start + 120,
                "A-01",
                false,
                false);
    }

    static SeancesNonTenues unserved(String etape, MotifSeance why) {
        return new SeancesNonTenues(etape, MONDAY, 1, true, List.of(new CauseVerifiee(why, 1, Preuve.OPTIMAL)));
    }

    static SeancesNonTenues unserved(String etape) {
        return new SeancesNonTenues(etape, MONDAY, 1, true, List.of());
    }

    private static EtapeDesservie etape(String key, String epci) {
        return EtapeDesservie.newBuilder()
                .setEtape(key)
                .setEpci(epci)
                .setInsee("02408")
                .setName("Lieu " + key)
                .setLatitude(49.5)
                .setLongitude(3.6)
                .setRooms(List.of())
                .setAsked(2)
                .setAskedInAll(2)
                .setHeldInAll(2)
                .setHoraires(SourceHoraires.SUPPOSES)
                .setRythmes(List.of())
                .build();
    }
}
