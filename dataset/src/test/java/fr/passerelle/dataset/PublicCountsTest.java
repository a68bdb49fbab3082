package fr.passerelle.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.dataset.PublicCounts.PublicCount;
import fr.passerelle.dataset.PublicCountsTest.PublicHistory.Exports;
import fr.passerelle.dataset.PublicCountsTest.PublicHistory.Truth;
import fr.passerelle.rules.explanation.Facts;
import fr.passerelle.rules.frequentation.LogFold;
import fr.passerelle.schemas.event.AttendanceCounts;
import fr.passerelle.schemas.event.Etat;
import fr.passerelle.schemas.event.Grain;
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
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class PublicCountsTest {

    private static final int CASES = 500;
    private static final int HISTORIES = 300;
    private static final int RUNS = 6;
    private static final int LARGEST = 45;

    /** However clever, whoever has all that was ever shown and knows the rule is left with so many possible changes at least. */
    private static final int LEFT_OPEN = 6;

    @Test
    void showsNothingOfAFewPeopleButNobodyAndWhatNobodyCounted() {
        assertThat(shown(3L, 10L, 11L, 10L)).containsExactly(null, null, 11L, null);
        assertThat(shown(0L, null, 0L, 25L, null)).containsExactly(0L, null, 0L, 25L, null);
    }

    @Test
    void staysUntilElevenPeopleMakeADifferenceAndComesBackToWhatWasShownOnce() {
        assertThat(shown(40L, 41L, 50L, 51L, 45L, 30L, 29L)).containsExactly(40L, 40L, 40L, 51L, 40L, 40L, 29L);
        assertThat(shown(100L, 115L, 103L, 109L)).containsExactly(100L, 115L, 100L, 115L);
    }

    @RepeatedTest(CASES)
    void showsNothingThatDiffersByAFewPeople(RepetitionInfo seed) {
        List<@Nullable Long> counts = counts(seed);
        List<@Nullable Long> shown = shown(counts);

        for (int run = 0; run < RUNS; run++) {
            Long now = shown.get(run);
            if (now != null) {
                assertThat(now - Objects.requireNonNull(counts.get(run))).isBetween(-10L, 10L);
                shown.stream()
                        .filter(Objects::nonNull)
                        .forEach(other -> assertThat(isSmall(Math.abs(other - now)))
                                .as("%s shows %s", counts, shown)
                                .isFalse());
            }
        }
    }

    @RepeatedTest(CASES)
    void leavesOpenWhatASmallChangeWas(RepetitionInfo seed) {
        List<@Nullable Long> counts = counts(seed);
        List<Set<Long>> possible = possible(shown(counts));

        for (int from = 0; from < RUNS; from++) {
            for (int to = from + 1; to < RUNS; to++) {
                Long before = counts.get(from);
                Long after = counts.get(to);
                if (before != null && after != null && isSmall(Math.abs(after - before))) {
                    assertThat(changes(possible.get(from), possible.get(to)))
                            .as("%s, runs %d and %d", counts, from, to)
                            .hasSizeGreaterThanOrEqualTo(LEFT_OPEN);
                }
            }
        }
    }

    private static boolean isSmall(long count) {
        return count > 0 && count < PublicCount.THRESHOLD;
    }

    /**
     * Somebody keeps the public exports of all runs, and subtracts them: a room of one run from the same room of any other, what the sum of
     * an EPCI has beyond the rooms that are shown, sums where only one room changed.
     */
    @Test
    void recoversNoLateCountFromTheExportsOfAllRuns() {
        Attack attack = Attack.on(HISTORIES, history -> history.exports(true));

        assertThat(attack.lateCounts()).isGreaterThan(1_000);
        assertThat(attack.recovered()).as(attack.toString()).isZero();
    }

    /** That it would, if each run were looked at alone: the attack works. */
    @Test
    void recoversThemWhereEachRunIsLookedAtAlone() {
        Attack attack = Attack.on(HISTORIES, history -> history.exports(false));

        assertThat(attack.share()).as(attack.toString()).isGreaterThan(0.5);
    }

    /** All numbers that each run may have had for somebody who sees what all of them show. */
    private static List<Set<Long>> possible(List<@Nullable Long> shown) {
        List<Set<Long>> possible = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            List<@Nullable Long> before = shown.subList(0, run);
            Long seen = shown.get(run);
            Set<Long> numbers = new HashSet<>();
            LongStream.rangeClosed(0, 2 * LARGEST)
                    .filter(number -> Objects.equals(after(before).next(number), seen))
                    .forEach(numbers::add);
            possible.add(numbers);
        }
        return possible;
    }

    /** What was shown leads to the same as what it was shown for. */
    private static PublicCount after(List<@Nullable Long> shown) {
        PublicCount count = new PublicCount();
        shown.forEach(count::next);
        return count;
    }

    private static Set<Long> changes(Set<Long> before, Set<Long> after) {
        Set<Long> changes = new HashSet<>();
        before.forEach(from -> after.forEach(to -> changes.add(to - from)));
        return changes;
    }

    private static List<@Nullable Long> counts(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        List<@Nullable Long> counts = new ArrayList<>();
        long count = random.nextInt(LARGEST);
        for (int run = 0; run < RUNS; run++) {
            count = Math.clamp(count + random.nextInt(-15, 16), 0, LARGEST);
            counts.add(random.nextInt(10) == 0 ? null : (Long) count);
        }
        return counts;
    }

    private static List<@Nullable Long> shown(@Nullable Long... counts) {
        List<@Nullable Long> list = new ArrayList<>();
        IntStream.range(0, counts.length).forEach(i -> list.add(counts[i]));
        return shown(list);
    }

    private static List<@Nullable Long> shown(List<@Nullable Long> counts) {
        PublicCount count = new PublicCount();
        List<@Nullable Long> shown = new ArrayList<>();
        counts.forEach(each -> shown.add(count.next(each)));
        return shown;
    }

    /**
     * One month of a few rooms of two EPCIs over some runs, by chance: late lines of few people, of many, corrections, rooms that move. What is
     * true of each run, and what its public exports show.
     */
    public static final class PublicHistory {

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

        /** @param inTurn as they are made; else as if nothing had been published before each */
        List<Exports> exports(boolean inTurn) {
            List<Exports> exports = new ArrayList<>();
            for (int run = 0; run < RUNS; run++) {
                LogFold log = new LogFold();
                PublicCounts counts = new PublicCounts(log);
                for (int told = 0; told <= run; told++) {
                    records.get(told).forEach(counts::take);
                    if (inTurn || told == run) {
                        counts.publish(MONTH);
                    }
                }
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
            return RoomInventoried.newBuilder(Facts.room(room, Situations.BARE))
                    .setEpci(truth.epcis().get(room))
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

    /**
     * What subtraction finds of counts that changed by few people between two runs.
     *
     * @param lateCounts how many there were
     * @param recovered how many a difference of two exports tells
     */
    record Attack(long lateCounts, long recovered) {

        private record Late(Truth before, Truth after, Exports first, Exports second, String room) {

            long people() {
                return count(after) - count(before);
            }

            private long count(Truth truth) {
                return Objects.requireNonNull(truth.counts().get(room));
            }

            boolean isRecovered() {
                return Stream.of(ofTheRoom(), ofTheSum(), ofTheRest())
                        .anyMatch(found -> found != null && found == people());
            }

            private @Nullable Long ofTheRoom() {
                return difference(first.rooms().get(room), second.rooms().get(room));
            }

            /** The numbers of sessions tell where nothing else changed. */
            private @Nullable Long ofTheSum() {
                return isAlone() ? difference(sum(before, first), sum(after, second)) : null;
            }

            /** What sums have beyond what is shown of their rooms: all of it is this room's where it alone is kept back, or it alone changed. */
            private @Nullable Long ofTheRest() {
                return isAlone() ? difference(rest(before, first), rest(after, second)) : null;
            }

            private boolean isAlone() {
                return before.epcis().equals(after.epcis())
                        && neighbours(before)
                                .allMatch(other -> other.equals(room)
                                        || Objects.equals(
                                                before.counts().get(other),
                                                after.counts().get(other)));
            }

            private Stream<String> neighbours(Truth truth) {
                return truth.epcis().entrySet().stream()
                        .filter(entry -> entry.getValue().equals(truth.epcis().get(room)))
                        .map(Map.Entry::getKey);
            }

            private @Nullable Long sum(Truth truth, Exports exports) {
                return exports.sums().get(truth.epcis().get(room));
            }

            private @Nullable Long rest(Truth truth, Exports exports) {
                Long sum = sum(truth, exports);
                return sum == null
                        ? null
                        : (Long) (sum
                                - neighbours(truth)
                                        .map(exports.rooms()::get)
                                        .filter(Objects::nonNull)
                                        .mapToLong(Long::longValue)
                                        .sum());
            }

            private static @Nullable Long difference(@Nullable Long before, @Nullable Long after) {
                return before == null || after == null ? null : (Long) (after - before);
            }
        }

        /** On some histories, by what each gives away. */
        static Attack on(int histories, Function<PublicHistory, List<Exports>> published) {
            return IntStream.range(0, histories)
                    .mapToObj(PublicHistory::new)
                    .map(history -> on(history, published.apply(history)))
                    .reduce(new Attack(0, 0), Attack::plus);
        }

        private static Attack on(PublicHistory history, List<Exports> exports) {
            List<Late> late = IntStream.range(0, PublicHistory.RUNS)
                    .boxed()
                    .flatMap(from -> IntStream.range(from + 1, PublicHistory.RUNS)
                            .boxed()
                            .flatMap(to -> late(
                                    history.truths().get(from),
                                    history.truths().get(to),
                                    exports.get(from),
                                    exports.get(to))))
                    .toList();
            return new Attack(
                    late.size(), late.stream().filter(Late::isRecovered).count());
        }

        private static Stream<Late> late(Truth before, Truth after, Exports first, Exports second) {
            return before.counts().keySet().stream()
                    .map(room -> new Late(before, after, first, second, room))
                    .filter(late -> isSmall(Math.abs(late.people())));
        }

        private Attack plus(Attack other) {
            return new Attack(lateCounts + other.lateCounts, recovered + other.recovered);
        }

        /** Of all, those that were recovered, 0 to 1. */
        double share() {
            return (double) recovered / lateCounts;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%d of %d late counts: %.1f %%", recovered, lateCounts, 100 * share());
        }
    }
}
