package fr.passerelle.cli.dataset;

import fr.passerelle.rules.frequentation.LogFold;
import fr.passerelle.schemas.event.AttendanceCounts;
import fr.passerelle.schemas.event.Etat;
import fr.passerelle.schemas.event.Gestion;
import fr.passerelle.schemas.event.Grain;
import fr.passerelle.schemas.event.Hosting;
import fr.passerelle.schemas.event.MonthCause;
import fr.passerelle.schemas.event.MonthReported;
import fr.passerelle.schemas.event.ReportedLine;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.schemas.event.RoomWithdrawal;
import fr.passerelle.schemas.event.RoomWithdrawn;
import fr.passerelle.sheets.form.Table;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * One month of a few rooms of two EPCIs over some runs, by chance: late lines of few people, of many, corrections, rooms that move. What is
 * true of each run, and what its public exports show.
 */
public final class PublicHistory {

    static final int RUNS = 5;

    private static final YearMonth MONTH = YearMonth.of(2017, 3);
    private static final List<String> EPCIS = List.of("200000001", "200000002");

    /**
     * The two tables of attendance of a run.
     *
     * @param rooms what is shown, by room; null where nothing is
     * @param sums the same by EPCI
     */
    record Exports(Map<String, @Nullable Long> rooms, Map<String, @Nullable Long> sums) {}

    /**
     * What is true of a run.
     *
     * @param epcis by room
     * @param counts by room that anything is known of
     */
    record Truth(SortedMap<String, String> epcis, SortedMap<String, Long> counts) {}

    private final Random random;
    private final List<List<SpecificRecord>> records = new ArrayList<>();
    private final List<Truth> truths = new ArrayList<>();

    PublicHistory(int seed) {
        random = new Random(seed);
        Truth truth = new Truth(new TreeMap<>(), new TreeMap<>());
        for (int run = 0; run < RUNS; run++) {
            records.add(run == 0 ? first(truth) : next(truth));
            truths.add(new Truth(new TreeMap<>(truth.epcis()), new TreeMap<>(truth.counts())));
        }
    }

    List<Truth> truths() {
        return truths;
    }

    /** As they are made. */
    List<Exports> exports() {
        List<Exports> exports = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            LogFold log = new LogFold();
            PublicCounts counts = new PublicCounts(log);
            for (List<SpecificRecord> each : records.subList(0, run + 1)) {
                each.forEach(counts::take);
                counts.publish(MONTH);
            }
            exports.add(exports(log, counts));
        }
        return exports;
    }

    /** As if nothing had been published before each. */
    List<Exports> exportsEachAlone() {
        List<Exports> exports = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            LogFold log = new LogFold();
            PublicCounts counts = new PublicCounts(log);
            records.subList(0, run + 1).forEach(each -> each.forEach(counts::take));
            counts.publish(MONTH);
            exports.add(exports(log, counts));
        }
        return exports;
    }

    private List<SpecificRecord> first(Truth truth) {
        List<SpecificRecord> said = new ArrayList<>();
        int rooms = random.nextInt(2, 8);
        for (int i = 0; i < rooms; i++) {
            String room = "S" + i;
            truth.epcis().put(room, EPCIS.get(random.nextInt(2)));
            said.add(inventoried(room, truth));
            if (random.nextInt(6) > 0) {
                truth.counts().put(room, (long) random.nextInt(random.nextBoolean() ? 15 : 60));
                said.add(month(room, truth));
            }
        }
        return said;
    }

    private List<SpecificRecord> next(Truth truth) {
        List<SpecificRecord> said = new ArrayList<>();
        truth.epcis().keySet().forEach(room -> {
            if (random.nextInt(15) == 0) {
                said.addAll(moved(room, truth));
            }
            long late = late();
            if (late != 0) {
                truth.counts().merge(room, Math.max(0, late), (before, more) -> Math.max(0, before + late));
                said.add(month(room, truth));
            }
        });
        return said;
    }

    private long late() {
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> random.nextInt(1, 4);
            case 3 -> random.nextInt(4, 11);
            case 4 -> random.nextInt(11, 40);
            case 5 -> -random.nextInt(1, 16);
            default -> 0;
        };
    }

    private static List<SpecificRecord> moved(String room, Truth truth) {
        List<SpecificRecord> said = new ArrayList<>();
        RoomWithdrawn left = new RoomWithdrawn();
        left.setRoomId(room);
        left.setEpci(Objects.requireNonNull(truth.epcis().get(room)));
        left.setReason(RoomWithdrawal.MOVED);
        said.add(left);
        truth.epcis().compute(room, (id, from) -> EPCIS.get(EPCIS.getFirst().equals(from) ? 1 : 0));
        said.add(inventoried(room, truth));
        if (truth.counts().containsKey(room)) {
            said.add(month(room, truth));
        }
        return said;
    }

    private static RoomInventoried inventoried(String room, Truth truth) {
        return RoomInventoried.newBuilder()
                .setRoomId(room)
                .setEpci(truth.epcis().get(room))
                .setName("Salle " + room)
                .setInsee("02001")
                .setGestion(Gestion.REGION)
                .setHosting(Hosting.newBuilder().setFunctionsToday(List.of()).build())
                .build();
    }

    private static MonthReported month(String room, Truth truth) {
        ReportedLine line = ReportedLine.newBuilder()
                .setPeriodStart(MONTH.atDay(1))
                .setPeriodEnd(MONTH.atEndOfMonth())
                .setGrain(Grain.MOIS)
                .setActivity("ATELIER")
                .setCounts(AttendanceCounts.newBuilder()
                        .setEtat(Etat.OUVERT)
                        .setPresences(Math.toIntExact(
                                Objects.requireNonNull(truth.counts().get(room))))
                        .build())
                .setFile(0)
                .setLine(1)
                .build();
        return MonthReported.newBuilder()
                .setRoomId(room)
                .setEpci(truth.epcis().get(room))
                .setMonth(MONTH.toString())
                .setFiles(List.of("00"))
                .setLines(List.of(line))
                .setCause(MonthCause.NEWS)
                .setAdded(1)
                .setChanged(0)
                .setRemoved(0)
                .build();
    }

    private static Exports exports(LogFold log, PublicCounts counts) {
        DatasetSource source = Situations.of(log, counts, MONTH);
        return new Exports(
                presences(Dataset.FREQUENTATION.of(source), "id_salle"),
                presences(Dataset.FREQUENTATION_EPCI.of(source), "epci_siren"));
    }

    private static Map<String, @Nullable Long> presences(Table<?> table, String key) {
        List<String> keys = Situations.column(table, key);
        List<@Nullable Object> shown = Situations.cells(table, "presences");
        Map<String, @Nullable Long> presences = new HashMap<>();
        IntStream.range(0, keys.size()).forEach(row -> presences.put(keys.get(row), (Long) shown.get(row)));
        return presences;
    }
}
