package fr.passerelle.faults.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** I3: a subject's records stand without hole in the journal, and in the order of the journal on the topic. */
final class OrderOfSubjects {

    private OrderOfSubjects() {}

    static Stream<Violation> in(History history) {
        return Stream.concat(
                holes(history.log().journal()).stream(), backwards(history.log().topic()).stream());
    }

    private static List<Violation> holes(List<LogRecord> journal) {
        Map<String, Long> last = new HashMap<>();
        List<Violation> found = new ArrayList<>();
        for (LogRecord row : journal) {
            long before = last.getOrDefault(row.subject(), 0L);
            if (row.isData() && row.subjectSeq() != before + 1) {
                found.add(new Violation(
                        Promise.I3, "journal, " + row.subject() + " : " + row.subjectSeq() + " après " + before));
            }
            last.put(row.subject(), row.subjectSeq());
        }
        return found;
    }

    private static List<Violation> backwards(List<LogRecord> topic) {
        Map<String, Long> last = new HashMap<>();
        List<Violation> found = new ArrayList<>();
        for (LogRecord record : topic) {
            String place = record.partition() + " " + record.subject();
            long before = last.getOrDefault(place, 0L);
            if (record.seq() < before) {
                found.add(new Violation(
                        Promise.I3,
                        "topic, partition " + record.partition() + ", " + record.subject() + " : rang " + record.seq()
                                + " après " + before));
            }
            last.put(place, record.seq());
        }
        return found;
    }
}
