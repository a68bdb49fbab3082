package fr.passerelle.batch.attendance;

import static fr.passerelle.local.fixture.Csv.month;
import static fr.passerelle.local.fixture.Csv.period;
import static fr.passerelle.local.fixture.Csv.room;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.passerelle.batch.fixture.Import;
import fr.passerelle.batch.fixture.Import.JournalRow;
import fr.passerelle.batch.input.Archived;
import fr.passerelle.published.origin.Registers;
import fr.passerelle.published.run.RunCounts.WithdrawalCounts;
import fr.passerelle.schemas.event.MonthCause;
import fr.passerelle.schemas.event.MonthReported;
import fr.passerelle.schemas.event.ReportedLine;
import fr.passerelle.sources.InputFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A file that is withdrawn was never imported. */
class WithdrawalsIT {

    private static final int STEPS = 18;
    private final List<Said> imports = new ArrayList<>();
    private final List<Said> files = new ArrayList<>();

    private final Import night = Import.ofTwoRooms();

    @Test
    void withdrawsWhatAFileSaidAlone() {
        InputFile file = imported(month("A", "2017-01", 10), month("B", "2017-01", 7));

        assertThat(night.withdraw(file)).isEqualTo(new WithdrawalCounts(2, 0, 0, 0));
        assertThat(night.known()).isEmpty();
        assertThat(night.months()).hasSize(2).allSatisfy(month -> {
            assertThat(month.getLines()).isEmpty();
            assertThat(month.getCause()).isEqualTo(MonthCause.WITHDRAWAL);
            assertThat(month.getRemoved()).isEqualTo(1);
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void withdrawsOneTableOfAFileAndLeavesTheOther(boolean inOneNight) {
        List<InputFile> tables = Archived.registers(month("A", "2017-01", 10), month("B", "2017-01", 7));
        if (inOneNight) {
            night.attendance(tables);
        } else {
            tables.forEach(night::attendance);
        }

        assertThat(night.withdraw(tables.getFirst())).isEqualTo(new WithdrawalCounts(1, 0, 0, 0));
        assertThat(night.known()).containsExactly("B 2017-01-01 7");
        assertThat(new Registers(JdbcClient.create(night.dataSource())).all())
                .extracting(Registers.Register::sha256, Registers.Register::withdrawn)
                .containsExactlyInAnyOrder(
                        tuple(tables.getFirst().sha256() + "#1", true),
                        tuple(tables.getLast().sha256() + "#2", false));
    }

    /** The month that it comes back to had no line left that could cross another. */
    @Test
    void asksTheWholeRoomWhatAPeriodCrossesThatComesBack() {
        night.attendance(Import.registerOf("nord", period("x", "A", "2017-01-20", "2017-02-10", "PERIODE", 3)));
        InputFile file = Import.registerOf("nord", period("x", "B", "2017-01-20", "2017-02-10", "PERIODE", 3));
        night.attendance(file);
        night.attendance(month("A", "2017-02", 4));

        night.withdraw(file);

        assertThat(night.known()).containsExactly("A 2017-01-20 3");
        assertThat(night.told()).isEqualTo(night.known());
    }

    @Test
    void givesTheEarlierValueBackWithItsPlace() {
        InputFile first = imported(month("B", "2017-01", 3), month("A", "2017-01", 10));
        InputFile second = imported(month("A", "2017-01", 11));

        assertThat(night.withdraw(second)).isEqualTo(new WithdrawalCounts(0, 1, 0, 0));
        assertThat(night.months()).singleElement().satisfies(month -> {
            assertThat(month.getChanged()).isEqualTo(1);
            assertThat(month.getFiles()).containsExactly(first.sha256());
            assertThat(month.getCarried()).isFalse();
        });
        ReportedLine back = night.months().getFirst().getLines().getFirst();
        assertThat(back.getCounts().getPresences()).isEqualTo(10);
        assertThat(back.getLine()).isEqualTo(3);
    }

    @Test
    void restsOnTheOtherFileWhatItRepeats() {
        InputFile first = imported(month("A", "2017-01", 10), month("A", "2017-02", 12));
        InputFile other = imported(month("A", "2017-01", 10), month("A", "2017-02", 12), month("A", "2017-03", 5));

        assertThat(night.withdraw(first)).isEqualTo(new WithdrawalCounts(0, 0, 2, 0));
        assertThat(night.months()).hasSize(2).allSatisfy(month -> {
            assertThat(month.getFiles()).containsExactly(other.sha256());
            assertThat(month.getAdded() + month.getChanged() + month.getRemoved())
                    .isZero();
        });
        assertThat(night.known()).hasSize(3);
    }

    @Test
    void endsWithNothingOnceAllThatRepeatAreWithdrawn() {
        String row = month("A", "2017-01", 10);
        InputFile first = imported(row);
        InputFile second = imported(row, month("A", "2017-02", 1));
        InputFile third = imported(row, month("A", "2017-03", 1));

        night.withdraw(first);
        night.withdraw(third);
        assertThat(night.known()).containsExactly("A 2017-01-01 10", "A 2017-02-01 1");
        night.withdraw(second);

        assertThat(night.known()).isEmpty();
        assertThat(night.count("passerelle.attendance_repeat")).isZero();
        assertThat(night.count("passerelle.attendance_said")).isZero();
        assertThat(night.count("passerelle.month_due")).isZero();
    }

    @Test
    void keepsAReplacedValueThatAnotherFileRepeated() {
        InputFile first = imported(month("A", "2017-01", 10));
        imported(month("A", "2017-01", 10), month("B", "2017-01", 1));
        InputFile third = imported(month("A", "2017-01", 99));

        night.withdraw(first);
        assertThat(night.lastRun()).as("what held was the third's").isEmpty();
        night.withdraw(third);

        assertThat(night.known()).contains("A 2017-01-01 10");
        assertThat(night.months().getFirst().getLines().getFirst().getLine()).isZero();
    }

    @Test
    void takesAnOlderFileThatIsImportedAgainForTheLatest() {
        InputFile first = imported(month("A", "2017-01", 10));
        InputFile second = imported(month("A", "2017-01", 11));
        night.attendance(first);

        assertThat(night.withdraw(second)).isEqualTo(new WithdrawalCounts(0, 0, 1, 0));
        assertThat(night.known()).contains("A 2017-01-01 10");
        assertThat(night.withdraw(first)).isEqualTo(new WithdrawalCounts(1, 0, 0, 0));
        assertThat(night.known()).isEmpty();
    }

    @Test
    void takesAgainAFileThatWasWithdrawn() {
        InputFile file = imported(month("A", "2017-01", 10));
        night.withdraw(file);

        night.attendance(file);

        assertThat(night.known()).contains("A 2017-01-01 10");
        assertThat(night.withdraw(file)).isEqualTo(new WithdrawalCounts(1, 0, 0, 0));
    }

    @Test
    void replacesAFileInOneRun() {
        InputFile wrong = imported(month("A", "2017-01", 10), month("A", "2017-02", 12), month("A", "2017-03", 5));
        InputFile right = Import.register(month("A", "2017-01", 10), month("A", "2017-02", 21));

        assertThat(night.replace(List.of(wrong), List.of(right))).isEqualTo(new WithdrawalCounts(1, 0, 2, 0));
        assertThat(night.known()).containsExactly("A 2017-01-01 10", "A 2017-02-01 21");
        assertThat(night.months())
                .extracting(MonthReported::getMonth, month -> month.getLines().size(), MonthReported::getFiles)
                .containsExactly(
                        tuple("2017-01", 1, List.of(right.sha256())),
                        tuple("2017-02", 1, List.of(right.sha256())),
                        tuple("2017-03", 0, List.of()));
    }

    @Test
    void givesARecordBackToTheRoomThatHadIt() {
        night.attendance(Import.registerOf("nord", month("x1", "A", "2017-01", 10)));
        InputFile second = Import.registerOf("nord", month("x1", "B", "2017-01", 10));
        night.attendance(second);

        night.withdraw(second);

        assertThat(night.months())
                .extracting(MonthReported::getRoomId, month -> month.getLines().size())
                .containsExactly(tuple("A", 1), tuple("B", 0));
        night.attendance(second);
        assertThat(night.known()).containsExactly("B 2017-01-01 10");
    }

    @Test
    void followsALineThroughTheRoomsThatRemainingFilesSayItOf() {
        night.rooms(room("A", "02094"), room("B", "60057"), room("C", "60057"));
        night.attendance(Import.registerOf("nord", month("x1", "A", "2017-01", 10)));
        InputFile second = Import.registerOf("nord", month("x1", "B", "2017-01", 10));
        InputFile third = Import.registerOf("nord", month("x1", "C", "2017-01", 10));
        night.attendance(second);
        night.attendance(third);

        night.withdraw(second);
        assertThat(night.known()).containsExactly("C 2017-01-01 10");
        assertThat(night.told()).isEqualTo(night.known());
        night.withdraw(third);

        assertThat(night.known()).containsExactly("A 2017-01-01 10");
        assertThat(night.told()).isEqualTo(night.known());
    }

    @Test
    void followsARoomThatChangedItsEpci() {
        InputFile file = imported(month("A", "2017-01", 10));
        night.rooms(room("A", "60057"), room("B", "60057"));
        String epci = night.lastRun().getLast().epci();

        night.withdraw(file);

        assertThat(night.lastRun()).extracting(JournalRow::epci).containsExactly(epci);
    }

    @Test
    void saysNothingOfARoomThatIsNoLongerInTheInventory() {
        night.rooms(room("A", "02094"), room("B", "60057"), room("C", "60057"), room("D", "60057"), room("E", "60057"));
        InputFile file = imported(month("A", "2017-01", 10));
        night.rooms(room("B", "60057"), room("C", "60057"), room("D", "60057"), room("E", "60057"));

        night.withdraw(file);

        assertThat(night.lastRun()).isEmpty();
        assertThat(night.known()).isEmpty();
    }

    @Test
    void takesAPeriodThatStraddlesOnlyWhatItReplaces() {
        InputFile wrong = imported(days("x1", "2017-01-02", "2017-01-20", 5));
        InputFile right = Import.register(days("x2", "2017-01-10", "2017-01-31", 6));

        assertThat(night.replace(List.of(wrong), List.of(right))).isEqualTo(new WithdrawalCounts(1, 0, 0, 0));
        assertThat(night.rejects()).isEmpty();
        assertThat(night.known()).containsExactly("A 2017-01-10 6");
    }

    @Test
    void refusesWhatStraddlesARowOfTheReplacingFileItself() {
        InputFile wrong = imported(days("x1", "2017-01-02", "2017-01-20", 5));
        InputFile right =
                Import.register(days("x1", "2017-01-02", "2017-01-20", 5), days("x2", "2017-01-10", "2017-01-31", 6));

        night.replace(List.of(wrong), List.of(right));

        assertThat(night.rejects()).hasSize(1).first().asString().contains("3 periode_debut CHEVAUCHEMENT");
        assertThat(night.known()).containsExactly("A 2017-01-02 5");
    }

    @Test
    void takesTheEarlierOfTwoPeriodsOfOneFileWhateverTheirOrder() {
        InputFile wrong = imported(days("x1", "2017-01-02", "2017-01-20", 5));
        InputFile right =
                Import.register(days("x2", "2017-01-10", "2017-01-31", 6), days("x1", "2017-01-02", "2017-01-20", 5));

        assertThat(night.replace(List.of(wrong), List.of(right))).isEqualTo(new WithdrawalCounts(0, 0, 1, 0));
        assertThat(night.rejects()).hasSize(1).first().asString().contains("2 periode_debut CHEVAUCHEMENT");
        assertThat(night.known()).containsExactly("A 2017-01-02 5");
    }

    @Test
    void isAsIfTheFileHadNeverBeenImportedForWhatItMadePossibleToo() {
        imported(days("x1", "2017-01-02", "2017-01-20", 5));
        InputFile second = imported(days("x1", "2017-02-01", "2017-02-10", 5));
        imported(days("x2", "2017-01-10", "2017-01-31", 6));
        assertThat(night.known()).containsExactly("A 2017-01-10 6", "A 2017-02-01 5");

        night.withdraw(second);

        assertThat(night.known()).containsExactly("A 2017-01-02 5");
        assertThat(night.months())
                .extracting(MonthReported::getMonth, month -> month.getLines().size())
                .containsExactly(tuple("2017-01", 1), tuple("2017-02", 0));
    }

    @Test
    void givesALineBackWhoseRivalLeaves() {
        InputFile first = imported(days("x1", "2017-01-02", "2017-01-20", 5));
        imported(days("x2", "2017-01-10", "2017-01-31", 6));
        assertThat(night.known()).containsExactly("A 2017-01-02 5");

        night.withdraw(first);

        assertThat(night.known()).containsExactly("A 2017-01-10 6");
    }

    private static String days(String id, String start, String end, int presences) {
        return period(id, "A", start, end, "PERIODE", presences);
    }

    private InputFile imported(String... rows) {
        InputFile file = Import.register(rows);
        night.attendance(2, file);
        return file;
    }

    private record Said(InputFile file, Map<String, String> rows) {}

    /** Steps against what an obvious model says, on a real database; of pure folds thousands are tried elsewhere. */
    @Test
    void leavesWhatTheRemainingFilesSay() {
        Random random = new Random(1);

        for (int step = 0; step < STEPS; step++) {
            importOrWithdraw(random, step);

            assertThat(night.known()).as("step %d", step).isEqualTo(model());
            assertThat(night.told()).as("step %d", step).isEqualTo(night.known());
        }
    }

    @Test
    void neverLetsPeriodsStraddle() {
        Random random = new Random(1);
        List<InputFile> known = new ArrayList<>();

        for (int step = 0; step < STEPS; step++) {
            importOrReplace(random, step, known);

            assertThat(straddling()).as("step %d", step).isEmpty();
            assertThat(night.told()).as("step %d", step).isEqualTo(night.known());
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

    private void importOrWithdraw(Random random, int step) {
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
        night.attendance(3, said.file());
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

    private void importOrReplace(Random random, int step, List<InputFile> known) {
        int dice = random.nextInt(10);
        if (dice < 5 || known.isEmpty()) {
            known.add(periods(random, step));
            night.attendance(2, known.getLast());
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
