package fr.passerelle.faults.check;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.Map;
import java.util.stream.Stream;

/** I1: each row of the journal stands on the topic once, in its partition. */
final class OnceOnTheTopic {

    private OnceOnTheTopic() {}

    static Stream<Violation> in(History history) {
        Map<String, Long> times =
                history.log().topic().stream().collect(groupingBy(OnceOnTheTopic::placed, counting()));
        return history.log().journal().stream()
                .filter(row -> times.getOrDefault(placed(row), 0L) != 1)
                .map(row -> new Violation(
                        Promise.I1,
                        "rang " + row.seq() + " (" + row.type() + ", partition " + row.partition() + ") : "
                                + times.getOrDefault(placed(row), 0L) + " fois sur le topic"));
    }

    private static String placed(LogRecord record) {
        return record.partition() + " " + record.eventId();
    }
}
