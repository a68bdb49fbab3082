package fr.passerelle.batch.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.schemas.event.Etat;
import fr.passerelle.schemas.event.Grain;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a room comes to holds of what its remaining files say, and of nothing else, in seeded cases: so many a property. */
class RoomFoldPropertiesTest {

    private static final int CASES = Integer.getInteger("passerelle.cases", 1_000);
    private static final int FILES = 5;

    /** Days around which weeks straddle months, quarters and years, and school years begin. */
    private static final List<LocalDate> STARTS = List.of(
            LocalDate.of(2016, 12, 26),
            LocalDate.of(2017, 1, 1),
            LocalDate.of(2017, 1, 30),
            LocalDate.of(2017, 3, 27),
            LocalDate.of(2017, 4, 1),
            LocalDate.of(2016, 9, 1));

    @Test
    void aFileThatIsWithdrawnWasNeverImported() {
        for (int seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            TreeMap<Integer, List<Attendance>> files = files(random);
            int gone = 1 + random.nextInt(FILES);
            RoomInMemory withdrawn = taken(files);
            files.remove(gone);

            withdrawn.withdraw(gone);

            assertSame(seed, withdrawn, taken(files));
        }
    }

    @Test
    void filesMayBeWithdrawnInAnyOrderUntilNothingIsKept() {
        for (int seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            TreeMap<Integer, List<Attendance>> files = files(random);
            RoomInMemory room = taken(files);
            List<Integer> order = new ArrayList<>(files.keySet());
            Collections.shuffle(order, random);
            for (int gone : order) {
                room.withdraw(gone);
                files.remove(gone);
                assertSame(seed, room, taken(files));
            }
            assertThat(room.kept()).as("seed %d", seed).isZero();
        }
    }

    @Test
    void theOrderOfTheRowsOfAFileDoesNotMatter() {
        for (int seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            TreeMap<Integer, List<Attendance>> files = files(random);
            files.replaceAll((no, lines) -> distinct(lines));
            RoomInMemory room = taken(files);
            files.values().forEach(lines -> Collections.shuffle(lines, random));

            assertSame(seed, taken(files), room);
        }
    }

    @Test
    void sayingAgainWhatIsKnownChangesNothing() {
        for (int seed = 0; seed < CASES; seed++) {
            TreeMap<Integer, List<Attendance>> files = files(new Random(seed));
            RoomInMemory room = taken(files);
            int kept = room.kept();
            List<String> holding = room.holding();

            room.take(FILES + 1, files.lastEntry().getValue());

            assertThat(room.holding()).as("seed %d", seed).isEqualTo(holding);
            assertThat(room.kept()).as("seed %d, kept once", seed).isEqualTo(kept);
        }
    }

    @Test
    void aFileSplitInTwoSaysTheSame() {
        for (int seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            List<Attendance> lines = sessions(random);
            int cut = random.nextInt(lines.size() + 1);
            RoomInMemory whole = new RoomInMemory();
            RoomInMemory split = new RoomInMemory();

            whole.take(1, lines);
            split.take(1, lines.subList(0, cut));
            split.take(2, lines.subList(cut, lines.size()));

            assertSame(seed, split, whole);
        }
    }

    private static void assertSame(int seed, RoomInMemory room, RoomInMemory other) {
        assertThat(room.holding()).as("seed %d", seed).isEqualTo(other.holding());
    }

    private static RoomInMemory taken(TreeMap<Integer, List<Attendance>> files) {
        RoomInMemory room = new RoomInMemory();
        files.forEach(room::take);
        return room;
    }

    private static TreeMap<Integer, List<Attendance>> files(Random random) {
        TreeMap<Integer, List<Attendance>> files = new TreeMap<>();
        for (int no = 1; no <= FILES; no++) {
            List<Attendance> lines = new ArrayList<>();
            for (int i = random.nextInt(6); i >= 0; i--) {
                lines.add(line(random));
            }
            files.put(no, lines);
        }
        return files;
    }

    /** Few places, ids and values, so that files repeat, correct, contradict and move. */
    private static Attendance line(Random random) {
        LocalDate start = STARTS.get(random.nextInt(STARTS.size()));
        Grain grain = List.of(Grain.SEANCE, Grain.JOUR, Grain.SEMAINE, Grain.MOIS, Grain.PERIODE)
                .get(random.nextInt(5));
        String id = random.nextInt(3) == 0 ? "" : "x" + random.nextInt(4);
        return new Attendance(
                id.isEmpty() ? "" : random.nextBoolean() ? "nord" : "sud",
                id,
                day(start),
                day(start) + length(grain, random),
                grain,
                random.nextBoolean() ? "ATELIER" : "JEUX",
                Etat.OUVERT,
                1,
                -1,
                random.nextInt(3),
                -1,
                -1,
                -1,
                -1);
    }

    private static int length(Grain grain, Random random) {
        return switch (grain) {
            case SEMAINE -> 6;
            case MOIS -> 27;
            case PERIODE -> 1 + random.nextInt(40);
            default -> 0;
        };
    }

    /** Lines without ids, each of another day. */
    private static List<Attendance> sessions(Random random) {
        List<Attendance> lines = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            int day = day(LocalDate.of(2016, 12, 28)) + i;
            lines.add(new Attendance(
                    "", "", day, day, Grain.SEANCE, "ATELIER", Etat.OUVERT, 1, -1, random.nextInt(3), -1, -1, -1, -1));
        }
        return lines;
    }

    /** Without lines of one id or of one place: of those the order matters. */
    private static List<Attendance> distinct(List<Attendance> lines) {
        List<Attendance> distinct = new ArrayList<>();
        for (Attendance line : lines) {
            if (distinct.stream().noneMatch(other -> Identity.of(other).equals(Identity.of(line)))) {
                distinct.add(line);
            }
        }
        return distinct;
    }

    private static int day(LocalDate date) {
        return (int) date.toEpochDay();
    }
}
