package fr.passerelle.faults.check;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** I2: a committed reader sees no record whose row was rolled back, and the read model no result whose transaction was aborted. */
final class NothingUndone {

    private NothingUndone() {}

    static Stream<Violation> in(History history) {
        return Stream.concat(records(history.log()), results(history.results()));
    }

    private static Stream<Violation> records(Log log) {
        Set<String> written = log.journal().stream().map(LogRecord::eventId).collect(toSet());
        return log.topic().stream()
                .filter(record -> !written.contains(record.eventId()))
                .map(record -> new Violation(
                        Promise.I2,
                        "le topic a un enregistrement que le journal n'a pas : rang " + record.seq() + " ("
                                + record.type() + ", partition " + record.partition() + ")"));
    }

    private static Stream<Violation> results(ProposedResults results) {
        Map<String, ResultRecord> last =
                results.emitted().stream().collect(toMap(ResultRecord::key, each -> each, (before, after) -> after));
        return results.readModel().stream()
                .filter(row -> !row.equals(last.get(row.key())))
                .map(row ->
                        new Violation(Promise.I2, "le modèle de lecture dit autre chose que son topic : " + row.key()));
    }
}
