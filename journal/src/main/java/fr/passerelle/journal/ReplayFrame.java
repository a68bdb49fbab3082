package fr.passerelle.journal;

import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.event.RunClosed;
import fr.passerelle.schemas.event.RunKind;
import fr.passerelle.schemas.event.RunOpened;
import java.util.List;
import java.util.Map;

/**
 * What a replay says of itself at both ends of its log.
 *
 * @param no its number, from 1
 * @param id as people say it, R-000001
 * @param asOf month, YYYY-MM
 * @param records data records by partition, all that a reader must have seen; a partition without any may be missing
 * @param partitions of the log, from 1
 */
public record ReplayFrame(long no, String id, String asOf, Bareme bareme, Map<Integer, Long> records, int partitions) {

    RunOpened opened(int partition) {
        return new RunOpened(
                no, id, partition, RunKind.REPLAY, asOf, bareme.id(), bareme.sha256(), bareme.text(), List.of());
    }

    RunClosed closed(int partition) {
        long seen = records.getOrDefault(partition, 0L);
        return new RunClosed(no, id, partition, asOf, seen, seen);
    }
}
