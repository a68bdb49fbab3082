package fr.passerelle.batch.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.schemas.event.Grain;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What a room comes to holds of what its remaining files say, and of nothing else, in seeded cases: so many a property. A day, a week, a
 * month or more that is told again is never added up, in one file, in two, under whatever id or register.
 */
class RoomFoldTest {

    private static final int CASES = Integer.getInteger("passerelle.cases", 1_000);
    private static final int FILES = 5;

    /** A day on which a period of each grain may begin. */
    private static final LocalDate TOLD = LocalDate.of(2018, 1, 1);

    /** Days around which weeks straddle months, quarters and years, and school years begin. */
    private static final List<LocalDate> STARTS = List.of(
            LocalDate.of(2016, 12, 26), LocalDate.of(2017, 1, 1),
            LocalDate.of(2017, 1, 30), LocalDate.of(2017, 3, 27),
            LocalDate.of(2017, 4, 1), LocalDate.of(2016, 9, 1));

    /** Periods that weeks, and those of a school year, may cross; none of them crosses another. */
    private static final List<Grain> CROSSED =
            List.of(Grain.SEMAINE, Grain.SEMAINE, Grain.MOIS, Grain.TRIMESTRE, Grain.ANNEE, Grain.PERIODE);

    @Test
    void aFileThatIsWithdrawnWasNeverImported() {
        for (int seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            TreeMap<Integer, List<Attendance>> files = files(random);
            int gone = 1 + random.nextInt(FILES);
            RoomInMemory withdrawn = taken(files, seed);
            files.remove(gone);

            withdrawn.withdraw(gone);

            assertSame(seed, withdrawn, taken(files, seed));
        }
    }

    @Test
    void filesMayBeWithdrawnInAnyOrderUntilNothingIsKept() {
        for (int seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            TreeMap<Integer, List<Attendance>> files = files(random);
            RoomInMemory room = taken(files, seed);
            List<Integer> order = new ArrayList<>(files.keySet());
            Collections.shuffle(order, random);
            for (int gone : order) {
                room.withdraw(gone);
                files.remove(gone);
                assertSame(seed, room, taken(files, seed));
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
            RoomInMemory room = taken(files, seed);
            files.values().forEach(lines -> Collections.shuffle(lines, random));

            assertSame(seed, taken(files, seed), room);
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

    @Test
    void aValueThatChangesAndChangesBackIsThreeValuesAndEndsAsTheFirst() {
        for (int seed = 0; seed < CASES; seed++) {
            List<Attendance> lines =
                    distinct(files(new Random(seed)).firstEntry().getValue());
            RoomInMemory room = new RoomInMemory();
            room.take(1, lines);
            List<String> first = room.holding();
            int kept = room.kept();

            room.take(2, lines.stream().map(RoomFoldTest::corrected).toList());
            List<String> second = room.holding();
            room.take(3, lines);

            assertThat(room.holding()).as("seed %d", seed).isEqualTo(first);
            assertThat(second).as("seed %d", seed).hasSameSizeAs(first);
            assertThat(Collections.disjoint(first, second)).as("seed %d", seed).isTrue();
            assertThat(room.kept()).as("seed %d", seed).isEqualTo(3 * kept);
        }
    }

    @Test
    void aLineWithAnIdIsInTheMonthThatTheLastFileSaysAndInNoOther() {
        for (int seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            RoomInMemory room = new RoomInMemory();
            Map<String, Attendance> last = new TreeMap<>();
            for (int no = 1; no <= FILES; no++) {
                List<Attendance> file = numberedSessions(random);
                room.take(no, file);
                file.forEach(line -> last.put(line.id(), line));

                assertThat(room.lines()).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(last.values());
            }
        }
    }

    @Test
    void aPeriodIsOfTheMonthInWhichItBeginsAndNoTwoThatHoldCross() {
        for (int seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            TreeMap<Integer, List<Attendance>> files = files(() -> periods(random));
            RoomInMemory room = taken(files);

            room.months()
                    .forEach((month, lines) -> lines.forEach(line -> {
                        LocalDate start = LocalDate.ofEpochDay(line.start());
                        assertThat(month).isEqualTo(12 * start.getYear() + start.getMonthValue() - 1);
                    }));
            assertThat(crossing(room)).as("seed %d", seed).isEmpty();
            files.values().forEach(lines -> Collections.shuffle(lines, random));
            assertSame(seed, taken(files), room);
        }
    }

    @Test
    void theOrderOfFilesThatShareNothingDoesNotMatter() {
        for (int seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            TreeMap<Integer, List<Attendance>> files = files(() -> periods(random));
            files.replaceAll((no, lines) -> lines.stream()
                    .map(line -> of(line, line.id().isEmpty() ? "" : line.id() + "-" + no, "-" + no))
                    .toList());
            List<List<Attendance>> shuffled = new ArrayList<>(files.values());
            Collections.shuffle(shuffled, random);

            assertSame(seed, taken(files(shuffled.iterator()::next)), taken(files));
        }
    }

    @Test
    void aFileThatGoesOnTakesTheSamePlacesHoweverOftenItIsGiven() {
        for (int seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            TreeMap<Integer, List<Attendance>> files = files(random);
            List<Attendance> again = files.lastEntry().getValue();
            RoomInMemory room = new RoomInMemory();
            room.goOn(FILES, "nord");
            room.goOn(FILES + 2, "nord");
            files.forEach(room::take);
            List<Attendance> other =
                    periods(random).stream().map(line -> of(line, "", "FORUM")).toList();
            room.take(FILES + 1, other);
            List<String> holding = room.holding();

            room.take(FILES + 2, again);

            assertThat(room.holding()).as("seed %d", seed).isEqualTo(holding);
        }
    }

    @Test
    void aFileThatGoesOnLeavesNothingBesideItHoweverTheSameLinesWereGivenBefore() {
        for (int seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            List<Attendance> lines = sessions(random);
            List<Attendance> numbered = new ArrayList<>();
            lines.forEach(line -> numbered.add(of(line, "x" + numbered.size(), line.activity())));
            RoomInMemory room = new RoomInMemory();
            room.goOn(FILES, "nord");
            for (int no = 1; no < FILES; no++) {
                if (random.nextBoolean()) {
                    room.goOn(no, "nord");
                }
                room.take(no, random.nextBoolean() ? lines : numbered);
            }
            List<Attendance> last = random.nextBoolean() ? lines : numbered;

            room.take(FILES, last);

            assertThat(room.lines()).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(last);
        }
    }

    @Test
    void linesOfOtherActivitiesAddUpWhereThoseOfOneDoNot() {
        for (int seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            List<Attendance> others = new ArrayList<>();
            for (int i = random.nextInt(6); i >= 0; i--) {
                int day = day(STARTS.getFirst());
                String id = random.nextBoolean() ? "" : "x" + i;
                others.add(line(id, day, day + 27, Grain.MOIS, "AUTRE", random.nextInt(3)));
            }
            List<Attendance> ateliers =
                    others.stream().map(line -> of(line, line.id(), "ATELIER")).toList();
            RoomInMemory room = new RoomInMemory();
            RoomInMemory other = new RoomInMemory();

            room.take(1, others);
            room.take(2, others);
            other.take(1, ateliers);

            assertThat(room.lines()).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(others);
            assertThat(other.holding()).as("seed %d", seed).hasSizeLessThanOrEqualTo(1);
        }
    }

    @Nested
    @ParameterizedClass
    @EnumSource(names = "SEANCE", mode = EnumSource.Mode.EXCLUDE)
    class OfAPeriodOfAnyGrainButASession {

        private final Grain grain;

        OfAPeriodOfAnyGrainButASession(Grain grain) {
            this.grain = grain;
        }

        /** Files one after the other, each its lines: register, id and presences. */
        @ParameterizedTest(name = "{0}")
        @CsvSource(delimiter = '|', textBlock = """
            once what one file tells three times | - - 14, - - 14, - - 14 | 14
            neither of two that contradict each other | - - 14, - - 41 |
            once what is told under other ids and in other registers | - a 14, - b 14; nord a 14, - - 14; sud c 14 | 14
            what an earlier file said where a later one contradicts it in another register | - a 14; nord a 41; - - 41 | 14
            the last word of a line under its own id | nord a 14; nord a 41 | 41
            """)
        void counts(String what, String files, @Nullable Integer counted) {
            RoomInMemory room = new RoomInMemory();
            int no = 0;
            for (String file : files.split("; ")) {
                no++;
                room.take(no, Stream.of(file.split(", ")).map(this::told).toList());
            }

            assertThat(room.lines())
                    .extracting(Attendance::presences)
                    .isEqualTo(Stream.ofNullable(counted).toList());
        }

        private Attendance told(String line) {
            String[] told = line.replace("-", "").split(" ");
            return Lines.of(told[0], told[1], TOLD, end(TOLD, grain), grain, "ATELIER", Integer.parseInt(told[2]));
        }
    }

    private static LocalDate end(LocalDate start, Grain grain) {
        return switch (grain) {
            case SEANCE, JOUR -> start;
            case SEMAINE -> start.plusDays(6);
            case MOIS -> start.plusMonths(1).minusDays(1);
            case TRIMESTRE -> start.plusMonths(3).minusDays(1);
            case SEMESTRE, PERIODE -> start.plusMonths(6).minusDays(1);
            case ANNEE -> start.plusYears(1).minusDays(1);
        };
    }

    private static void assertSame(int seed, RoomInMemory room, RoomInMemory other) {
        assertThat(room.holding()).as("seed %d", seed).isEqualTo(other.holding());
    }

    private static RoomInMemory taken(TreeMap<Integer, List<Attendance>> files) {
        RoomInMemory room = new RoomInMemory();
        files.forEach(room::take);
        return room;
    }

    /** Some of them go on with lines that are known under other identities. */
    private static RoomInMemory taken(TreeMap<Integer, List<Attendance>> files, int seed) {
        Random random = new Random(seed);
        RoomInMemory room = new RoomInMemory();
        for (int no = 1; no <= FILES; no++) {
            if (random.nextInt(3) == 0) {
                room.goOn(no, random.nextBoolean() ? "nord" : "sud");
            }
        }
        files.forEach(room::take);
        return room;
    }

    private static TreeMap<Integer, List<Attendance>> files(Random random) {
        return files(() -> IntStream.rangeClosed(0, random.nextInt(6))
                .mapToObj(i -> line(random))
                .collect(Collectors.toCollection(ArrayList::new)));
    }

    private static TreeMap<Integer, List<Attendance>> files(Supplier<List<Attendance>> each) {
        TreeMap<Integer, List<Attendance>> files = new TreeMap<>();
        for (int no = 1; no <= FILES; no++) {
            files.put(no, each.get());
        }
        return files;
    }

    /** Few places, ids and values, so that files repeat, correct, contradict and move. */
    private static Attendance line(Random random) {
        LocalDate start = STARTS.get(random.nextInt(STARTS.size()));
        Grain grain = List.of(Grain.SEANCE, Grain.JOUR, Grain.SEMAINE, Grain.MOIS, Grain.PERIODE)
                .get(random.nextInt(5));
        String id = random.nextInt(3) == 0 ? "" : "x" + random.nextInt(4);
        return Lines.of(
                id.isEmpty() ? "" : random.nextBoolean() ? "nord" : "sud",
                id,
                day(start),
                day(start) + length(grain, random),
                grain,
                List.of("ATELIER", "JEUX", "AUTRE").get(random.nextInt(3)),
                random.nextInt(3));
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
            lines.add(line("", day, day, Grain.SEANCE, random.nextInt(3)));
        }
        return lines;
    }

    /** Sessions of few ids, each on a day of any of a few months. */
    private static List<Attendance> numberedSessions(Random random) {
        List<Attendance> lines = new ArrayList<>();
        for (int id = 0; id < 4; id++) {
            if (random.nextBoolean()) {
                int day = day(STARTS.get(random.nextInt(STARTS.size())));
                lines.add(line("x" + id, day, day, Grain.SEANCE, random.nextInt(3)));
            }
        }
        return lines;
    }

    /** Weeks across the end of a month, a quarter, a year, a school year, and the longer periods that they cross. */
    private static List<Attendance> periods(Random random) {
        List<Attendance> lines = new ArrayList<>();
        for (int i = random.nextInt(8); i >= 0; i--) {
            Grain grain = CROSSED.get(random.nextInt(CROSSED.size()));
            LocalDate start = STARTS.get(random.nextInt(STARTS.size()));
            LocalDate first = switch (grain) {
                case SEMAINE -> start.minusDays(random.nextInt(7));
                case PERIODE -> start;
                case TRIMESTRE -> start.withDayOfMonth(1).minusMonths((start.getMonthValue() - 1) % 3);
                case ANNEE -> start.withDayOfYear(1);
                default -> start.withDayOfMonth(1);
            };
            LocalDate end =
                    grain == Grain.PERIODE ? first.plusMonths(10).minusDays(random.nextInt(2)) : end(first, grain);
            lines.add(line(random.nextBoolean() ? "" : "p" + i, day(first), day(end), grain, random.nextInt(2)));
        }
        return distinct(lines);
    }

    /** Pairs of periods of one activity, neither of which contains the other. */
    private static List<String> crossing(RoomInMemory room) {
        List<Attendance> all = room.lines();
        List<String> pairs = new ArrayList<>();
        all.forEach(one -> all.stream()
                .filter(other -> one.activity().equals(other.activity())
                        && one.start() < other.start()
                        && other.start() <= one.end()
                        && one.end() < other.end())
                .forEach(other -> pairs.add(one + " " + other)));
        return pairs;
    }

    private static Attendance line(String id, int start, int end, Grain grain, int presences) {
        return line(id, start, end, grain, "ATELIER", presences);
    }

    private static Attendance line(String id, int start, int end, Grain grain, String activity, int presences) {
        return Lines.of(id.isEmpty() ? "" : "nord", id, start, end, grain, activity, presences);
    }

    private static Attendance of(Attendance line, String id, String activity) {
        return line(id, line.start(), line.end(), line.grain(), activity, line.presences());
    }

    private static Attendance corrected(Attendance line) {
        int presences = line.presences() + 10;
        return Lines.of(line.register(), line.id(), line.start(), line.end(), line.grain(), line.activity(), presences);
    }

    /** Without lines of one id or of one place: of those the order matters. */
    private static List<Attendance> distinct(List<Attendance> lines) {
        List<Attendance> distinct = new ArrayList<>();
        for (Attendance line : lines) {
            if (distinct.stream().noneMatch(other -> LineIdentity.of(other).equals(LineIdentity.of(line)))) {
                distinct.add(line);
            }
        }
        return distinct;
    }

    private static int day(LocalDate date) {
        return (int) date.toEpochDay();
    }
}
