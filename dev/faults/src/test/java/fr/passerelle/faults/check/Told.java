package fr.passerelle.faults.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A history that is told to the checker: a good one, until a test breaks it. */
final class Told {

    static final String HASH = "h1";
    static final String SHA_256 = "0123456789abcdef".repeat(4);

    final List<LogRecord> journal = new ArrayList<>(List.of(
            new LogRecord(1, "e1", 0, "run:N-000001", 1, "RunOpened", 1),
            new LogRecord(2, "e2", 0, "room:A", 1, "RoomInventoried", 1),
            new LogRecord(3, "e3", 0, "room:A", 2, "RoomWithdrawn", 1),
            new LogRecord(4, "e4", 1, "room:B", 1, "RoomInventoried", 1),
            new LogRecord(5, "e5", 0, "run:N-000001", 2, "RunClosed", 1)));
    final List<LogRecord> topic =
            new ArrayList<>(List.of(journal.get(0), journal.get(1), journal.get(2), journal.get(4), journal.get(3)));
    final Map<String, Long> holding = new LinkedHashMap<>(Map.of("A 2017-01", 3L));
    final Map<String, Long> told = new LinkedHashMap<>(holding);
    final List<ResultRecord> emitted = new ArrayList<>(List.of(
            new ResultRecord("CONVERSION", "A", 1, 0, "p1"),
            new ResultRecord("PLAN", "100", 1, 0, "p2"),
            new ResultRecord("CONVERSION", "B", 1, 1, "p3")));
    final List<ResultRecord> readModel = new ArrayList<>(emitted);
    final List<RoomConversion> conversions =
            new ArrayList<>(List.of(new RoomConversion("A", "100", true), new RoomConversion("B", "100", false)));
    final List<EpciPlan> plans = new ArrayList<>(List.of(new EpciPlan(
            "100", List.of(new BigDecimal("7500.00"), new BigDecimal("20000.00")), new BigDecimal("27500.00"))));
    final Map<String, String> current =
            new LinkedHashMap<>(Map.of("CONVERSION A", "p1", "PLAN 100", "p2", "CONVERSION B", "p3"));
    final List<RunAccounts.Run> runs = new ArrayList<>(List.of(new RunAccounts.Run(1, "PUBLISHED", HASH)));
    final List<RunAccounts.FileCounts> files =
            new ArrayList<>(List.of(new RunAccounts.FileCounts(1, "frequentation.csv", 5, 5, 1)));
    final List<RunAccounts.Scored> scored = new ArrayList<>(
            List.of(new RunAccounts.Scored(1, 0, true, 2, 2, 2), new RunAccounts.Scored(1, 1, true, 1, 1, 1)));
    final List<RunAccounts.Reject> rejects = new ArrayList<>(
            List.of(new RunAccounts.Reject(1, "frequentation.csv", SHA_256, 12, "NOMBRE", "{\"presences\": \"abc\"}")));
    final Map<String, String> texts =
            new LinkedHashMap<>(Map.of("table passerelle.journal", "… " + Canary.HARMLESS, "events.log", "prêt"));
    final Map<String, Long> lags = new LinkedHashMap<>(Map.of("x.events", 0L, "x.projection", 0L));

    /** The promises that the checker says are broken. */
    List<Promise> broken() {
        return violations().stream().map(Violation::promise).distinct().toList();
    }

    List<Violation> violations() {
        return Checker.violations(new History(
                new Log(journal, topic, new MonthLineCounts(holding, told)),
                new ProposedResults(emitted, readModel, conversions, plans, current),
                new RunAccounts(runs, files, scored, rejects),
                texts,
                lags,
                new Reference(HASH, Map.of("CONVERSION A", "p1", "PLAN 100", "p2", "CONVERSION B", "p3"))));
    }
}
