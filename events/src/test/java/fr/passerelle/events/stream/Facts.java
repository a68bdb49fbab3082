package fr.passerelle.events.stream;

import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.contract.RecordCodec;
import fr.passerelle.schemas.contract.RecordCodec.SchemaIds;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.contract.RegistryClient;
import fr.passerelle.schemas.contract.Topics;
import fr.passerelle.schemas.contract.Topics.Topic;
import fr.passerelle.schemas.event.AttendanceCounts;
import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.Demande;
import fr.passerelle.schemas.event.Demandeur;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Etat;
import fr.passerelle.schemas.event.Gestion;
import fr.passerelle.schemas.event.Grain;
import fr.passerelle.schemas.event.Hosting;
import fr.passerelle.schemas.event.MonthCause;
import fr.passerelle.schemas.event.MonthReported;
import fr.passerelle.schemas.event.NeedsReported;
import fr.passerelle.schemas.event.ObjetKind;
import fr.passerelle.schemas.event.ReportedLine;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.schemas.event.RoomWithdrawal;
import fr.passerelle.schemas.event.RoomWithdrawn;
import fr.passerelle.schemas.event.RunAbandoned;
import fr.passerelle.schemas.event.RunClosed;
import fr.passerelle.schemas.event.RunKind;
import fr.passerelle.schemas.event.RunOpened;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.avro.Schema;

/** What the log says in these tests. */
public final class Facts {

    static final String AS_OF = "2017-10";
    static final String EPCI_A = "200000001";
    static final String EPCI_B = "200000002";

    private static final Bareme BAREME = Baremes.load(Baremes.DEFAULT);

    private Facts() {}

    /** A codec whose ids are all known, so that no registry is asked. */
    public static RecordCodec codec(Topics topics) {
        SchemaIds ids = new SchemaIds(new RegistryClient("http://localhost:1"));
        int id = 0;
        for (Topic topic : topics.typed()) {
            for (Schema schema : topic.records()) {
                ids.remember(topic.subjectOf(schema), schema, ++id);
            }
        }
        return new RecordCodec(ids, new Records());
    }

    static EpciDescribed epci(String siren) {
        return EpciDescribed.newBuilder()
                .setEpci(siren)
                .setName("Communauté " + siren)
                .setPopulation(3_000)
                .setIllectronismeRate(new BigDecimal("18.0"))
                .setCommunes(List.of(Commune.newBuilder()
                        .setInsee("02001")
                        .setName("Bourg")
                        .setPopulation(3_000)
                        .setLatitude(49.5)
                        .setLongitude(3.5)
                        .build()))
                .setPublicPlaces(List.of())
                .build();
    }

    static NeedsReported needs(String siren) {
        return new NeedsReported(
                siren,
                List.of(new Demande(
                        LocalDate.of(2016, 11, 5),
                        Demandeur.HABITANTS,
                        ObjetKind.FONCTION,
                        "FABLAB",
                        null,
                        12,
                        "Enquête")));
    }

    static RoomInventoried room(String id, String epci) {
        return RoomInventoried.newBuilder()
                .setRoomId(id)
                .setEpci(epci)
                .setName("Salle " + id)
                .setInsee("02001")
                .setGestion(Gestion.REGION)
                .setWorkstations(8)
                .setHosting(Hosting.newBuilder()
                        .setOwnerAgreement(true)
                        .setFunctionsToday(List.of())
                        .build())
                .build();
    }

    static RoomWithdrawn gone(String id, String epci) {
        return new RoomWithdrawn(id, epci, RoomWithdrawal.GONE, null);
    }

    static RoomWithdrawn moved(String id, String from, String to) {
        return new RoomWithdrawn(id, from, RoomWithdrawal.MOVED, to);
    }

    static MonthReported month(String room, String epci, String month, int presences) {
        return month(room, epci, month, presences, "0".repeat(64));
    }

    /** @param file hash of the file that says it */
    static MonthReported month(String room, String epci, String month, int presences, String file) {
        YearMonth of = YearMonth.parse(month);
        return MonthReported.newBuilder()
                .setRoomId(room)
                .setEpci(epci)
                .setMonth(month)
                .setFiles(List.of(file))
                .setLines(List.of(ReportedLine.newBuilder()
                        .setPeriodStart(of.atDay(1))
                        .setPeriodEnd(of.atEndOfMonth())
                        .setGrain(Grain.MOIS)
                        .setActivity("ATELIER")
                        .setCounts(AttendanceCounts.newBuilder()
                                .setEtat(Etat.OUVERT)
                                .setPresences(presences)
                                .setSessionHoursHundredths(4_000)
                                .setPersonHoursHundredths(presences * 150)
                                .build())
                        .setFile(0)
                        .setLine(1)
                        .build()))
                .setCause(MonthCause.NEWS)
                .setAdded(1)
                .setChanged(0)
                .setRemoved(0)
                .build();
    }

    /** The window's 24 months, with these presences each. */
    static MonthReported[] twoYears(String room, String epci, int presences) {
        YearMonth last = YearMonth.parse(AS_OF);
        return IntStream.range(0, 24)
                .mapToObj(back -> month(room, epci, last.minusMonths(back).toString(), presences))
                .toArray(MonthReported[]::new);
    }

    static RunOpened opened(long run) {
        return new RunOpened(
                run, runId(run), 0, RunKind.NIGHTLY, null, BAREME.id(), BAREME.sha256(), BAREME.text(), List.of());
    }

    static RunClosed closed(long run, long totalRecords) {
        return new RunClosed(run, runId(run), 0, AS_OF, 0L, totalRecords);
    }

    static RunAbandoned abandoned(long run) {
        return new RunAbandoned(run, runId(run), 0, "essai");
    }

    static String runId(long run) {
        return "N-%06d".formatted(run);
    }
}
