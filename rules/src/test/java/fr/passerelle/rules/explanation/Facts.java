package fr.passerelle.rules.explanation;

import fr.passerelle.rules.frequentation.EpciFacts;
import fr.passerelle.rules.frequentation.Lines;
import fr.passerelle.rules.frequentation.RoomFacts;
import fr.passerelle.rules.frequentation.RoomRegister;
import fr.passerelle.schemas.event.AttendanceCounts;
import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Etat;
import fr.passerelle.schemas.event.Gestion;
import fr.passerelle.schemas.event.Grain;
import fr.passerelle.schemas.event.Hosting;
import fr.passerelle.schemas.event.ReportedLine;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.schemas.event.SiteDescribed;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** An EPCI of one commune of 1 000 inhabitants, for tests; the window of its rooms is 2015-11 to 2017-10. */
public final class Facts {

    public static final YearMonth AS_OF = YearMonth.of(2017, 10);
    public static final String SIREN = "200000001";

    private Facts() {}

    static EpciFacts of(RoomFacts... rooms) {
        return new EpciFacts(SIREN, epci(), List.of(rooms), List.of(), List.of());
    }

    static EpciFacts with(EpciFacts facts, SiteDescribed... sites) {
        return new EpciFacts(facts.siren(), facts.epci(), facts.rooms(), List.of(sites), facts.decisions());
    }

    public static EpciDescribed epci() {
        return EpciDescribed.newBuilder()
                .setEpci(SIREN)
                .setName("CC de l'essai")
                .setPopulation(1_000)
                .setIllectronismeRate(new BigDecimal("18.0"))
                .setCommunes(List.of(new Commune("02001", "A", 1_000, 49.0, 3.0, null)))
                .setPublicPlaces(List.of())
                .build();
    }

    public static RoomInventoried room(String id, Hosting hosting) {
        return RoomInventoried.newBuilder()
                .setRoomId(id)
                .setEpci(SIREN)
                .setName("Salle " + id)
                .setInsee("02001")
                .setGestion(Gestion.REGION)
                .setHosting(hosting)
                .build();
    }

    public static SiteDescribed site(String id, Hosting hosting) {
        return SiteDescribed.newBuilder()
                .setSiteId(id)
                .setEpci(SIREN)
                .setName("Lieu " + id)
                .setInsee("02001")
                .setHosting(hosting)
                .build();
    }

    /** Mediation, and nothing else that could be: no to each question, but for the owner and the animateur, unknown. */
    public static Hosting.Builder mediation() {
        return Hosting.newBuilder()
                .setSurfaceM2Hundredths(0)
                .setMeasuredMbitsHundredths(0)
                .setStepFreeAccess(false)
                .setClosedSpace(false)
                .setVentilatedSpace(false)
                .setFunctionsToday(List.of());
    }

    /** Mediation and the support of projects: just the two functions that are asked. */
    public static Hosting.Builder twoFunctions() {
        return mediation().setAnimateurEtpHundredths(50);
    }

    static RoomRegister register(ReportedLine... records) {
        return Lines.of(Arrays.asList(records)).register();
    }

    /** As many presences each month, and nothing else counted. */
    public static RoomRegister monthly(int presences, YearMonth first, YearMonth last) {
        return register(months(presences, first, last).toArray(ReportedLine[]::new));
    }

    static List<ReportedLine> months(int presences, YearMonth first, YearMonth last) {
        return Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1))
                .map(month -> month(month, "ATELIER", presences(presences)))
                .toList();
    }

    public static RoomRegister monthly(int presences) {
        return monthly(presences, YearMonth.of(2015, 11), AS_OF);
    }

    static AttendanceCounts presences(int presences) {
        return AttendanceCounts.newBuilder()
                .setEtat(Etat.OUVERT)
                .setPresences(presences)
                .build();
    }

    static ReportedLine month(YearMonth month, String activity, AttendanceCounts counts) {
        return record(Grain.MOIS, month.atDay(1), month.atEndOfMonth(), activity, counts);
    }

    static ReportedLine record(Grain grain, LocalDate first, LocalDate last, String activity, AttendanceCounts counts) {
        return ReportedLine.newBuilder()
                .setPeriodStart(first)
                .setPeriodEnd(last)
                .setGrain(grain)
                .setActivity(activity)
                .setCounts(counts)
                .setFile(0)
                .setLine(1)
                .build();
    }
}
