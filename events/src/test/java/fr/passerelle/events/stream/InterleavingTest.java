package fr.passerelle.events.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Only the order of each subject's records counts: however the subjects are interleaved, a partition answers the same. */
class InterleavingTest {

    private static final int SEEDS = 3;

    @TempDir
    private Path states;

    @Test
    void givesTheSameHashHoweverSubjectsAreInterleaved() {
        String expected = hash("apart", inTurn(subjects()));

        for (long seed = 1; seed <= SEEDS; seed++) {
            assertThat(hash("seed" + seed, interleaved(subjects(), new Random(seed))))
                    .as("seed %d", seed)
                    .isEqualTo(expected);
        }
    }

    private static List<Queue<SpecificRecord>> subjects() {
        List<Queue<SpecificRecord>> subjects = new ArrayList<>();
        subjects.add(new ArrayDeque<>(List.of(Facts.epci(Facts.EPCI_A))));
        subjects.add(new ArrayDeque<>(List.of(Facts.epci(Facts.EPCI_B))));
        subjects.add(room("S1", Facts.EPCI_A, 40));
        subjects.add(room("S2", Facts.EPCI_A, 3));
        subjects.add(room("S3", Facts.EPCI_B, 11));
        return subjects;
    }

    private static Queue<SpecificRecord> room(String id, String epci, int presences) {
        Queue<SpecificRecord> records = new ArrayDeque<>();
        records.add(Facts.room(id, epci));
        records.addAll(List.of(Facts.twoYears(id, epci, presences)));
        return records;
    }

    private static List<SpecificRecord> inTurn(List<Queue<SpecificRecord>> subjects) {
        return subjects.stream().<SpecificRecord>flatMap(Queue::stream).toList();
    }

    private static List<SpecificRecord> interleaved(List<Queue<SpecificRecord>> subjects, Random random) {
        List<SpecificRecord> log = new ArrayList<>();
        while (!subjects.isEmpty()) {
            Queue<SpecificRecord> next = subjects.get(random.nextInt(subjects.size()));
            log.add(next.remove());
            subjects.removeIf(Queue::isEmpty);
        }
        return log;
    }

    private String hash(String name, List<SpecificRecord> records) {
        try (DrivenLog log = new DrivenLog(states.resolve(name))) {
            return log.says(records.toArray(SpecificRecord[]::new)).run(1).getPartialHash();
        }
    }
}
