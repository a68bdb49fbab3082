package fr.passerelle.batch.attendance;

import static fr.passerelle.local.fixture.Csv.month;
import static fr.passerelle.local.fixture.Csv.period;
import static fr.passerelle.local.fixture.Csv.room;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.batch.fixture.Import;
import fr.passerelle.sources.InputFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/** Imports and withdrawals on a real database (of pure folds thousands are tried elsewhere), against what an obvious model says: a file that is withdrawn was never imported. */
class WithdrawalModelIT {

    private static final int STEPS = 18;
    private final Import night = new Import();
    private final List<Said> imports = new ArrayList<>();
    private final List<Said> files = new ArrayList<>();

    private record Said(InputFile file, Map<String, String> rows) {}

    @ParameterizedTest
    @ValueSource(longs = 1)
    void leavesWhatTheRemainingFilesSay(long seed) {
        Random random = new Random(seed);
        night.rooms(room("A", "02094"), room("B", "60057"));

        for (int step = 0; step < STEPS; step++) {
            months(random, step);

            assertThat(night.known()).as("seed %d, step %d", seed, step).isEqualTo(model());
            assertThat(night.told()).as("seed %d, step %d", seed, step).isEqualTo(night.known());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = 1)
    void neverLetsPeriodsStraddle(long seed) {
        Random random = new Random(seed);
        night.rooms(room("A", "02094"), room("B", "60057"));
        List<InputFile> known = new ArrayList<>();

        for (int step = 0; step < STEPS; step++) {
            periods(random, step, known);

            assertThat(straddling()).as("seed %d, step %d", seed, step).isEmpty();
            assertThat(night.told()).as("seed %d, step %d", seed, step).isEqualTo(night.known());
        }
    }

    /** Pairs of periods of one room, neither of which contains the other. */
    private List<String> straddling() {
        List<String> pairs = new ArrayList<>();
        new AttendanceMonths(night.dataSource())
                .each(one -> new AttendanceMonths(night.dataSource()).each(other -> {
                    if (one.getRoomId().equals(other.getRoomId())) {
                        one.getLines()
                                .forEach(first -> other.getLines().stream()
                                        .filter(second -> first.getPeriodStart().isBefore(second.getPeriodStart())
                                                && !second.getPeriodStart().isAfter(first.getPeriodEnd())
                                                && first.getPeriodEnd().isBefore(second.getPeriodEnd()))
                                        .forEach(second -> pairs.add(first + " " + second)));
                    }
                }));
        return pairs;
    }

    private void months(Random random, int step) {
        int dice = random.nextInt(10);
        if (dice < 5 || files.isEmpty()) {
            files.add(register(random, step));
            take(files.getLast());
        } else if (dice < 6) {
            take(files.get(random.nextInt(files.size())));
        } else {
            Said gone = files.get(random.nextInt(files.size()));
            night.withdraw(gone.file());
            imports.removeIf(said -> said == gone);
        }
    }

    private void take(Said said) {
        night.attendance(said.file(), 3, new ExecutionContext(), Integer.MAX_VALUE);
        imports.add(said);
    }

    /** Few rooms, months and values, so that files repeat and replace one another; one row that no other file has. */
    private static Said register(Random random, int step) {
        List<String> rows = new ArrayList<>();
        Map<String, String> said = new TreeMap<>();
        add("B", 2018, 1, step, rows, said);
        for (String room : List.of("A", "B")) {
            for (int month = 1; month <= 4; month++) {
                if (random.nextInt(3) > 0) {
                    add(room, 2017, month, random.nextInt(3), rows, said);
                }
            }
        }
        return new Said(Import.register(rows.toArray(String[]::new)), said);
    }

    private static void add(
            String room, int year, int month, int presences, List<String> rows, Map<String, String> said) {
        LocalDate start = LocalDate.of(year, month, 1);
        LocalDate end = start.plusMonths(1).minusDays(1);
        rows.add(month(room, start.toString().substring(0, 7), presences));
        said.put("%s|%s|%s|MOIS|ACCES_LIBRE|1".formatted(room, start, end), room + " " + start + " " + presences);
    }

    private void periods(Random random, int step, List<InputFile> known) {
        int dice = random.nextInt(10);
        if (dice < 5 || known.isEmpty()) {
            known.add(periods(random, step));
            night.attendance(known.getLast(), 2, new ExecutionContext(), Integer.MAX_VALUE);
        } else if (dice < 8) {
            InputFile replaced = known.get(random.nextInt(known.size()));
            known.add(periods(random, step));
            night.replace(List.of(replaced), List.of(known.getLast()));
        } else {
            night.withdraw(known.get(random.nextInt(known.size())));
        }
    }

    private static InputFile periods(Random random, int step) {
        List<String> rows = new ArrayList<>();
        rows.add(month("B", "2018-01", step));
        for (int id = 0; id < 6; id++) {
            if (random.nextInt(3) > 0) {
                LocalDate start = LocalDate.of(2017, 3, 1).plusDays(random.nextInt(4) * 5L);
                LocalDate end = start.plusDays(4 + random.nextInt(4) * 5L);
                String room = random.nextInt(4) > 0 ? "A" : "B";
                rows.add(period("k" + id, room, start.toString(), end.toString(), "PERIODE", random.nextInt(2)));
            }
        }
        return Import.registerOf("periodes", rows.toArray(String[]::new));
    }

    private List<String> model() {
        Map<String, String> model = new TreeMap<>();
        imports.forEach(said -> model.putAll(said.rows()));
        return model.values().stream().sorted().toList();
    }
}
