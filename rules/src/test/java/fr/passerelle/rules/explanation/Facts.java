package fr.passerelle.rules.explanation;

import fr.passerelle.rules.conversion.Places;
import fr.passerelle.rules.frequentation.EpciFacts;
import fr.passerelle.rules.frequentation.Lines;
import fr.passerelle.rules.frequentation.Records;
import fr.passerelle.rules.frequentation.RoomFacts;
import fr.passerelle.rules.frequentation.RoomRegister;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.event.AttendanceCounts;
import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Grain;
import fr.passerelle.schemas.event.Hosting;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.ReportedLine;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.schemas.event.SiteDescribed;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** An EPCI of one commune of 1 000 inhabitants, for tests; the window of its rooms is 2015-11 to 2017-10. */
public final class Facts {

    public static final YearMonth AS_OF = YearMonth.of(2017, 10);
    public static final String SIREN = "200000001";

    public static final Bareme BAREME = Baremes.load("2017-05");

    private Facts() {}

    /** What the barème of 2017-05 makes of them. */
    public static EpciResults results(EpciFacts facts) {
        return EpciResults.of(facts, AS_OF, BAREME);
    }

    static Plan plan(EpciFacts facts) {
        return results(facts).plan().orElseThrow();
    }

    static Plan plan(RoomFacts... rooms) {
        return plan(of(rooms));
    }

    /** A room that as many people came to each month. */
    static RoomFacts room(String id, Hosting.Builder hosting, int presences) {
        return new RoomFacts(room(id, hosting.build()), monthly(presences));
    }

    static EpciFacts of(RoomFacts... rooms) {
        return new EpciFacts(SIREN, epci(), List.of(rooms), List.of(), List.of());
    }

    static EpciFacts with(EpciFacts facts, SiteDescribed... sites) {
        return new EpciFacts(facts.siren(), facts.epci(), facts.rooms(), List.of(sites), facts.decisions());
    }

    public static EpciDescribed epci() {
        return Places.epci()
                .setPopulation(1_000)
                .setCommunes(List.of(new Commune("02001", "A", 1_000, 49.0, 3.0, null)))
                .build();
    }

    public static RoomInventoried room(String id, Hosting hosting) {
        return Places.room(id).setHosting(hosting).build();
    }

    public static SiteDescribed site(String id, Hosting hosting) {
        return Places.site(id).setName("Lieu " + id).setHosting(hosting).build();
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
        return Records.presences(presences);
    }

    static ReportedLine month(YearMonth month, String activity, AttendanceCounts counts) {
        return record(Grain.MOIS, month.atDay(1), month.atEndOfMonth(), activity, counts);
    }

    static ReportedLine record(Grain grain, LocalDate first, LocalDate last, String activity, AttendanceCounts counts) {
        return Records.of(activity, Records.record(grain, first.toString(), last.toString(), counts));
    }
}
