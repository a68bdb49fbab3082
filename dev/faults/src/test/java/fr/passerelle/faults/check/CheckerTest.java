package fr.passerelle.faults.check;

import static fr.passerelle.local.fixture.ResultFixtures.conversion;
import static fr.passerelle.local.fixture.ResultFixtures.planOfEtape;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.faults.check.Checker.Promise;
import fr.passerelle.faults.check.Checker.Violation;
import fr.passerelle.faults.check.History.FileCounts;
import fr.passerelle.faults.check.History.LogRecord;
import fr.passerelle.faults.check.History.Reference;
import fr.passerelle.faults.check.History.Reject;
import fr.passerelle.faults.check.History.ResultRecord;
import fr.passerelle.faults.check.History.Run;
import fr.passerelle.faults.check.History.Scored;
import fr.passerelle.schemas.event.AidLine;
import fr.passerelle.schemas.event.AidLineName;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.ConversionKind;
import fr.passerelle.schemas.event.Plan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The checker sees each promise broken, and that one alone, in a history that is good until a test breaks it. */
class CheckerTest {

    private static final String HASH = "h1";
    private static final String SHA_256 = "0123456789abcdef".repeat(4);

    private final List<LogRecord> journal = new ArrayList<>(List.of(
            new LogRecord(1, "e1", 0, "run:N-000001", 1, "RunOpened", 1),
            new LogRecord(2, "e2", 0, "room:A", 1, "RoomInventoried", 1),
            new LogRecord(3, "e3", 0, "room:A", 2, "RoomWithdrawn", 1),
            new LogRecord(4, "e4", 1, "room:B", 1, "RoomInventoried", 1),
            new LogRecord(5, "e5", 0, "run:N-000001", 2, "RunClosed", 1)));
    private final List<LogRecord> topic =
            new ArrayList<>(List.of(journal.get(0), journal.get(1), journal.get(2), journal.get(4), journal.get(3)));
    private final Map<String, Long> holding = new LinkedHashMap<>(Map.of("A 2017-01", 3L));
    private final Map<String, Long> told = new LinkedHashMap<>(holding);
    private final List<ResultRecord> emitted = new ArrayList<>(List.of(
            new ResultRecord("CONVERSION", "A", 1, 0, "p1"),
            new ResultRecord("PLAN", "100", 1, 0, "p2"),
            new ResultRecord("CONVERSION", "B", 1, 1, "p3")));
    private final List<ResultRecord> readModel = new ArrayList<>(emitted);
    private final List<Conversion> conversions = new ArrayList<>(List.of(
            conversion("A", "100", ConversionKind.TIERS_LIEU), conversion("B", "100", ConversionKind.ETAPE_NOMADE)));
    private final List<Plan> plans = new ArrayList<>(List.of(plan("27500.00", "7500.00", "20000.00")));
    private final Map<String, String> current =
            new LinkedHashMap<>(Map.of("CONVERSION A", "p1", "PLAN 100", "p2", "CONVERSION B", "p3"));
    private final List<Run> runs = new ArrayList<>(List.of(new Run(1, "PUBLISHED", HASH)));
    private final List<FileCounts> files =
            new ArrayList<>(List.of(new FileCounts(1, "frequentation.csv", 5, 2, 1, 1, 1)));
    private final List<Scored> scored =
            new ArrayList<>(List.of(new Scored(1, 0, true, 2, 2, 2), new Scored(1, 1, true, 1, 1, 1)));
    private final List<Reject> rejects = new ArrayList<>(
            List.of(new Reject(1, "frequentation.csv", SHA_256, 12, "NOMBRE", "{\"presences\": \"abc\"}")));
    private final Map<String, String> texts =
            new LinkedHashMap<>(Map.of("table passerelle.journal", "… " + Canary.HARMLESS, "events.log", "prêt"));
    private final Map<String, Long> lags = new LinkedHashMap<>(Map.of("x.events", 0L, "x.projection", 0L));

    @Test
    void findsNothingInAGoodHistory() {
        assertThat(violations()).isEmpty();
    }

    /** What is done to a good history, and the one promise that it breaks. */
    private record Break(String name, Promise promise, Consumer<CheckerTest> by) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static Break breaks(String name, Promise promise, Consumer<CheckerTest> by) {
        return new Break(name, promise, by);
    }

    static Stream<Break> sees() {
        return Stream.of(
                breaks("a record that is lost", Promise.I1, good -> good.topic.remove(2)),
                breaks("a record that is repeated", Promise.I1, good -> good.topic.add(3, good.topic.get(2))),
                breaks(
                        "a record in another partition than its own",
                        Promise.I1,
                        good -> good.topic.set(4, new LogRecord(4, "e4", 2, "room:B", 1, "RoomInventoried", 1))),
                breaks("a line that its month does not tell", Promise.I1, good -> good.told.put("A 2017-01", 2L)),
                breaks("a line whose month is not told", Promise.I1, good -> good.told.clear()),
                breaks("a month that is told and no longer holds", Promise.I1, good -> good.told.put("B 2017-01", 1L)),
                breaks(
                        "a record whose row was rolled back",
                        Promise.I2,
                        good -> good.topic.add(new LogRecord(6, "e6", 1, "room:B", 2, "RoomWithdrawn", 1))),
                breaks("a result whose transaction was aborted", Promise.I2, good -> good.emitted.remove(2)),
                breaks(
                        "a read model behind what was committed last",
                        Promise.I2,
                        good -> good.emitted.add(new ResultRecord("CONVERSION", "B", 1, 1, "p4"))),
                breaks("the order of a subject broken", Promise.I3, good -> good.topic.add(1, good.topic.remove(2))),
                breaks(
                        "a hole in a subject",
                        Promise.I3,
                        good -> good.journal.set(2, new LogRecord(3, "e3", 0, "room:A", 3, "RoomWithdrawn", 1))),
                breaks(
                        "two current conversions of a room",
                        Promise.I4,
                        good -> good.conversions.add(conversion("B", "200", ConversionKind.ETAPE_NOMADE))),
                breaks(
                        "two tiers lieux of an epci",
                        Promise.I4,
                        good -> good.conversions.set(1, conversion("B", "100", ConversionKind.TIERS_LIEU))),
                breaks(
                        "rows that nobody explains",
                        Promise.I5,
                        good -> good.files.set(0, new FileCounts(1, "frequentation.csv", 6, 2, 1, 1, 1))),
                breaks("a reject that is counted and not kept", Promise.I5, good -> good.rejects.clear()),
                breaks(
                        "a partition that has not seen all",
                        Promise.I5,
                        good -> good.scored.set(0, new Scored(1, 0, false, 2, 1, 2))),
                breaks("a result that is announced and not there", Promise.I5, good -> good.readModel.remove(1)),
                breaks("euros that do not add up", Promise.I5, good -> good.plans.set(0, plan("27500.00", "7500.00"))),
                breaks("one different byte", Promise.I6, good -> good.current.put("PLAN 100", "p5")),
                breaks("a result that no longer holds", Promise.I6, good -> good.current.remove("PLAN 100")),
                breaks(
                        "a reject without line",
                        Promise.I7,
                        good -> good.rejects.set(
                                0, new Reject(1, "frequentation.csv", SHA_256, 0, "NOMBRE", "{\"a\": \"b\"}"))),
                breaks(
                        "a reject without reason",
                        Promise.I7,
                        good -> good.rejects.set(
                                0, new Reject(1, "frequentation.csv", SHA_256, 12, " ", "{\"a\": \"b\"}"))),
                breaks(
                        "a reject without cells",
                        Promise.I7,
                        good -> good.rejects.set(0, new Reject(1, "frequentation.csv", SHA_256, 12, "NOMBRE", "{}"))),
                breaks(
                        "a reject without the hash of its file",
                        Promise.I7,
                        good -> good.rejects.set(
                                0, new Reject(1, "frequentation.csv", "", 12, "NOMBRE", "{\"a\": \"b\"}"))),
                breaks("a run that stands open", Promise.I8, good -> good.runs.add(new Run(2, "FAILED", ""))),
                breaks("another hash", Promise.I8, good -> good.runs.set(0, new Run(1, "PUBLISHED", "h2"))),
                breaks("no published run at all", Promise.I8, good -> good.runs.set(0, new Run(1, "ABANDONED", ""))),
                breaks("a search for persons that is blind", Promise.I9, good -> good.texts.clear()),
                breaks("a record that is left to read", Promise.I10, good -> good.lags.put("x.projection", 1L)));
    }

    @ParameterizedTest
    @MethodSource
    void sees(Break one) {
        one.by().accept(this);

        assertThat(broken()).containsExactly(one.promise());
    }

    @Test
    void acceptsAPlanWhoseTotalIsNotKnown() {
        plans.set(0, plan(null, "7500.00"));

        assertThat(violations()).isEmpty();
    }

    @Test
    void seesAPersonWhateverTheCaseTheAccentsAndTheGaps() {
        for (String trace :
                List.of("ZENOBIE", "M. Quatrepoint", "06.47.11.58.93", "2 85 05 80 123 456 78", "z@exemple.fr")) {
            texts.put("events.log", "refusé : " + trace);

            assertThat(broken()).as(trace).containsExactly(Promise.I9);
        }
    }

    @Test
    void namesTheRankTheKeyAndTheNumbers() {
        topic.remove(2);
        current.put("PLAN 100", "p5");

        assertThat(violations())
                .extracting(Violation::detail)
                .containsExactly(
                        "rang 3 (RoomWithdrawn, partition 0) : 0 fois sur le topic", "PLAN 100 : p5, sans faute p2");
    }

    private static Plan plan(@Nullable String total, String... aid) {
        var plan = planOfEtape("100", "A");
        plan.setAidTotal(total == null ? null : new BigDecimal(total));
        plan.setAid(Stream.of(aid)
                .map(euros -> new AidLine(
                        AidLineName.ETUDE,
                        null,
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        new BigDecimal(euros),
                        null,
                        "TAUX",
                        List.of()))
                .toList());
        return plan;
    }

    /** The promises that the checker says are broken. */
    private List<Promise> broken() {
        return violations().stream().map(Violation::promise).distinct().toList();
    }

    private List<Violation> violations() {
        return Checker.violations(new History(
                journal,
                topic,
                holding,
                told,
                emitted,
                readModel,
                conversions,
                plans,
                current,
                runs,
                files,
                scored,
                rejects,
                texts,
                lags,
                new Reference(HASH, Map.of("CONVERSION A", "p1", "PLAN 100", "p2", "CONVERSION B", "p3"))));
    }
}
