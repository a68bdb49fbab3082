package fr.passerelle.batch.attendance;

import static fr.passerelle.local.fixture.Csv.month;
import static fr.passerelle.local.fixture.Csv.period;
import static fr.passerelle.local.fixture.Csv.room;
import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.batch.fixture.Import;
import fr.passerelle.batch.fixture.Import.JournalRow;
import fr.passerelle.batch.fixture.Import.RejectRow;
import fr.passerelle.local.fixture.Csv;
import fr.passerelle.published.run.RunCounts.Counts;
import fr.passerelle.schemas.event.MonthCause;
import fr.passerelle.schemas.event.MonthReported;
import fr.passerelle.schemas.event.ReportedLine;
import fr.passerelle.sources.InputFile;
import fr.passerelle.sources.reject.UnusableFile;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.batch.infrastructure.item.ExecutionContext;

class AttendanceImportIT {

    private final Import night = Import.ofTwoRooms();

    @ParameterizedTest
    @ValueSource(ints = {1, 10})
    void takesAPeriodInThePlaceOfOneThatWentElsewhereWhereverTheChunkIsCut(int chunk) {
        night.attendance(Import.registerOf("nord", period("x1", "A", "2017-01-01", "2017-01-10", "PERIODE", 5)));

        Counts counts = night.attendance(
                chunk,
                Import.registerOf(
                        "nord",
                        period("x1", "B", "2017-01-01", "2017-01-10", "PERIODE", 5),
                        period("x2", "A", "2017-01-05", "2017-01-15", "PERIODE", 6)));

        assertThat(counts).isEqualTo(new Counts(2, 2, 0, 0, 0));
    }

    @Test
    void appendsNothingTheSecondTime() {
        String[] rows = {month("A", "2017-01", 10), month("A", "2017-02", 12), month("B", "2017-01", 7)};

        Counts first = night.attendance(rows);
        Counts second = night.attendance(rows);

        assertThat(first).isEqualTo(new Counts(3, 3, 0, 0, 0));
        assertThat(second).isEqualTo(new Counts(3, 0, 3, 0, 0));
        assertThat(night.lastRun()).isEmpty();
        assertThat(night.known()).hasSize(3);
        assertThat(night.count("passerelle.attendance_said"))
                .as("what is repeated is kept once")
                .isEqualTo(3);
    }

    @Test
    void recordsThereAndBackAsThreeRecordsWithThreeIds() {
        night.attendance(month("A", "2017-01", 10));
        night.attendance(month("A", "2017-01", 11));
        night.attendance(month("A", "2017-01", 10));

        List<JournalRow> records = recorded();

        assertThat(records).extracting(JournalRow::subject).containsOnly("month:A:2017-01");
        assertThat(records).extracting(JournalRow::subjectSeq).containsExactly(1L, 2L, 3L);
        assertThat(records).extracting(JournalRow::eventId).doesNotHaveDuplicates();
        assertThat(records)
                .extracting(row -> row.as(MonthReported.class)
                        .getLines()
                        .getFirst()
                        .getCounts()
                        .getPresences())
                .containsExactly(10, 11, 10);
        assertThat(records)
                .extracting(row -> row.as(MonthReported.class).getCause())
                .containsExactly(MonthCause.NEWS, MonthCause.CORRECTION, MonthCause.CORRECTION);
    }

    @Test
    void numbersTheJournalWithoutHoles() {
        night.attendance(month("A", "2017-01", 10), month("B", "2017-01", 11));

        assertThat(night.journal())
                .extracting(JournalRow::seq)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 4).mapToObj(Long::valueOf).toList());
    }

    @Test
    void letsTheLaterFileHoldInOneChunk() {
        InputFile one = Import.register(month("x1", "A", "2017-01", 10));
        InputFile two = Import.register(month("x1", "A", "2017-01", 99));

        List<Counts> counts = night.attendance(List.of(one, two));

        assertThat(counts).containsExactly(new Counts(1, 1, 0, 0, 0), new Counts(1, 1, 0, 0, 0));
        assertThat(night.known()).containsExactly("A 2017-01-01 99");
        assertThat(night.months()).hasSize(1);
    }

    @Test
    void tellsAMonthWholeWhereALineOfItChanges() {
        night.attendance(day("x1", "02", 10), day("x2", "03", 20));
        night.attendance(day("x2", "03", 21), day("x3", "04", 30));

        assertThat(night.months()).singleElement().satisfies(month -> {
            assertThat(month.getLines())
                    .extracting(line -> line.getId() + " " + line.getCounts().getPresences())
                    .containsExactly("x1 10", "x2 21", "x3 30");
            assertThat(month.getFiles()).hasSize(2);
            assertThat(List.of(month.getAdded(), month.getChanged(), month.getRemoved()))
                    .containsExactly(1, 1, 0);
            assertThat(month.getCause()).isEqualTo(MonthCause.CORRECTION);
        });
    }

    @Test
    void refusesTheLinesOfAMonthThatNoRecordCanHoldAndGoesOn() {
        night.attendance(day("x1", "02", 10));
        List<String> rows = IntStream.range(0, 40_000)
                .mapToObj(i -> period("r" + i, "A", "2017-01-05", "2017-01-05", "SEANCE", i))
                .collect(Collectors.toCollection(ArrayList::new));
        rows.add(month("B", "2017-01", 7));

        assertThat(night.attendance(rows.toArray(String[]::new))).isEqualTo(new Counts(40_001, 1, 0, 40_000, 0));
        assertThat(night.rejects().getFirst().at()).isEqualTo("2 periode_debut MOIS_TROP_GROS");
        assertThat(night.known()).containsExactly("A 2017-01-02 10", "B 2017-01-01 7");
    }

    @Test
    void takesNeitherOfTwoLinesThatContradictEachOther() {
        night.attendance(month("A", "2017-01", 10));

        Counts counts = night.attendance(
                month("a", "B", "2017-01", 10),
                month("b", "B", "2017-01", 11),
                month("c", "B", "2017-02", 5),
                month("d", "B", "2017-02", 5),
                month("e", "A", "2017-01", 12));

        assertThat(counts).isEqualTo(new Counts(5, 1, 0, 4, 0));
        assertThat(night.rejects())
                .extracting(RejectRow::at)
                .containsExactly(
                        "2 periode_debut DOUBLON_CONTRADICTOIRE", "3 periode_debut DOUBLON_CONTRADICTOIRE",
                        "5 periode_debut DOUBLON", "6 periode_debut DOUBLON_CONTRADICTOIRE");
        assertThat(night.known()).containsExactly("A 2017-01-01 10", "B 2017-02-01 5");
    }

    @Test
    void addsUpTheLinesOfAPeriodWhereItsMappingSaysSo() {
        Counts counts = night.attendance(Import.mapped(
                "somme", "additionner: oui\n", month("a", "B", "2017-01", 10), month("b", "B", "2017-01", 11)));

        assertThat(counts).isEqualTo(new Counts(2, 2, 0, 0, 0));
        assertThat(night.known()).containsExactly("B 2017-01-01 10", "B 2017-01-01 11");
    }

    @Test
    void keepsRejectsWithLineAndReason() {
        Counts counts = night.attendance(
                month("A", "2017-01", 10),
                month("INCONNUE", "2017-01", 10),
                month("i1", "A", "2017-03", 10),
                month("i1", "A", "2017-04", 10),
                period("", "A", "2017-05-31", "2017-05-01", "MOIS", 1),
                period("", "A", "2017-05-02", "2017-05-31", "MOIS", 1),
                ";A;2017-06-01;2017-06-30;MOIS;ATELIER;OUVERT;;;trois;;;;",
                ";A;2017-06-01;2017-06-30;MOIS;ATELIER;OUVERT;;;3;;;12;",
                ";A;2017-06-01;2017-06-30;MOIS;TOTAL;OUVERT;;;300;;;;",
                "trop;peu");

        assertThat(counts).isEqualTo(new Counts(10, 2, 0, 7, 1));
        assertThat(night.rejects())
                .extracting(RejectRow::at)
                .containsExactly(
                        "3 id_salle SALLE_INCONNUE",
                        "5 id_releve DOUBLON",
                        "6 periode_fin PERIODE_INVERSEE",
                        "7 grain GRAIN",
                        "8 presences ENTIER",
                        "9 personnes_distinctes PERSONNES_DISTINCTES",
                        "11 null COLONNES");
        assertThat(night.rejects().get(4).cells()).contains("\"presences\": \"trois\"");
    }

    @Test
    void refusesPeriodsThatStraddleAcrossChunksAndImports() {
        night.attendance(period("", "A", "2017-01-01", "2017-01-31", "MOIS", 1));

        Counts counts = night.attendance(
                2,
                Import.register(
                        period("", "A", "2017-01-30", "2017-02-05", "SEMAINE", 1),
                        period("", "A", "2017-02-06", "2017-02-12", "SEMAINE", 1),
                        period("", "A", "2017-02-10", "2017-02-14", "PERIODE", 1),
                        period("", "A", "2017-02-07", "2017-02-07", "JOUR", 1),
                        period("", "B", "2017-02-10", "2017-02-14", "PERIODE", 1)));

        assertThat(counts).isEqualTo(new Counts(5, 3, 0, 2, 0));
        assertThat(night.rejects()).extracting(RejectRow::line).containsExactly(2L, 4L);
    }

    @Test
    @Tag("I1")
    @Tag("I7")
    @Tag("I8")
    void leavesNothingOfAChunkThatFailsAndEndsAlikeOnceRestarted() {
        String[] rows = IntStream.range(0, 24)
                .mapToObj(i -> period(
                        "", i % 8 == 7 ? "INCONNUE" : i % 3 == 0 ? "B" : "A", "2017-01-02", "2017-01-02", "SEANCE", i))
                .toArray(String[]::new);
        InputFile file = Import.register(rows);
        Import whole = Import.ofTwoRooms();
        whole.attendance(5, file);
        ExecutionContext context = new ExecutionContext();

        assertThatThrownBy(() -> night.attendance(5, context, 3, file)).hasMessage("planted");
        long afterFailure = night.count("passerelle.staged_line");
        Counts counts = night.attendance(5, context, Integer.MAX_VALUE, file);

        assertThat(afterFailure).isEqualTo(9);
        assertThat(counts).isEqualTo(new Counts(24, 21, 0, 3, 0));
        assertThat(night.allRejects()).extracting(RejectRow::line).containsExactly(9L, 17L, 25L);
        assertThat(night.journal())
                .usingElementComparator(comparing(JournalRow::eventId).thenComparing(JournalRow::seq))
                .containsExactlyElementsOf(whole.journal());
    }

    @Test
    void refusesToTakeUpAFileThatChanged() throws Exception {
        InputFile file = Import.register(month("A", "2017-01", 1), month("A", "2017-02", 1));
        ExecutionContext context = new ExecutionContext();
        assertThatThrownBy(() -> night.attendance(1, context, 2, file)).hasMessage("planted");

        Files.writeString(file.path(), Files.readString(file.path()) + month("A", "2017-03", 1) + "\n");

        assertThatThrownBy(() -> night.attendance(1, context, Integer.MAX_VALUE, file))
                .isInstanceOf(UnusableFile.class)
                .hasMessageContaining("a changé ou disparu");
    }

    @Test
    void addsUpTheActivitiesThatNobodyKnowsAndKeepsNoneOfTheirWords() {
        String[] activities = {
            "ÉCOLE D'ÉTÉ", "A;B", "\"\"CITÉ\"\"", "𝔘𝔫𝔦 😀", "\u202Eעברית", "\\N", "\\.", "TAB\tULE"
        };
        String[] rows = new String[activities.length];
        for (int i = 0; i < rows.length; i++) {
            String id = i % 2 == 0 ? "" : "n" + i;
            rows[i] = Csv.month(id, "A", "2017-01", 1).replace("ACCES_LIBRE", "\"" + activities[i] + "\"");
        }

        assertThat(night.attendance(rows).accepted()).isEqualTo(activities.length);
        assertThat(night.months().getFirst().getLines())
                .extracting(ReportedLine::getActivity)
                .hasSize(activities.length)
                .containsOnly("AUTRE");
        assertThat(night.attendance(rows).unchanged()).isEqualTo(activities.length);
    }

    /** Controls that disagree are listed by the night that brings them, or that brings what they disagree with. */
    @Test
    void listsAControlOfTheSameFile() {
        night.attendance(
                quarter("A", 500), month("A", "2017-01", 60), month("A", "2017-02", 60), month("A", "2017-03", 60));

        assertThat(night.corrections())
                .containsExactly(
                        "2 seances CONTROLE_INEGAL 4 12",
                        "2 heures_seances CONTROLE_INEGAL 10.50 31.50",
                        "2 presences CONTROLE_INEGAL 500 180");
    }

    @Test
    void listsItWhicheverOfTheTwoComesLater() {
        String[] months = {counted("A", "2017-01"), counted("A", "2017-02"), counted("A", "2017-03")};
        night.attendance(quarter("B", 500));
        night.attendance(months);
        night.attendance(bare("A", 500));
        List<String> quarterLater = night.corrections();

        night.attendance(counted("B", "2017-01"), counted("B", "2017-02"));
        List<String> partly = night.corrections();
        night.attendance(counted("B", "2017-03"));

        assertThat(quarterLater).containsExactly("2 presences CONTROLE_INEGAL 500 180");
        assertThat(partly).isEmpty();
        assertThat(night.corrections()).containsExactly("2 presences CONTROLE_INEGAL 500 180");
    }

    @Test
    void listsItNoMoreInANightThatSaysNothingOfItsMonths() {
        night.attendance(bare("A", 500), counted("A", "2017-01"), counted("A", "2017-02"), counted("A", "2017-03"));

        night.attendance(counted("A", "2017-04"), counted("B", "2017-01"));

        assertThat(night.corrections()).isEmpty();
    }

    @Test
    void listsItWhereAWithdrawalBringsTheDifference() {
        night.attendance(bare("A", 180), counted("A", "2017-01"), counted("A", "2017-02"));
        InputFile march = Import.register(counted("A", "2017-03"));
        InputFile other = Import.register(counted("A", "2017-03").replace("60", "90"));
        night.attendance(march);
        night.attendance(other);
        List<String> corrected = night.corrections();

        night.withdraw(other);

        assertThat(corrected).containsExactly("2 presences CONTROLE_INEGAL 180 210");
        assertThat(night.corrections()).isEmpty();
    }

    private static String quarter(String room, int presences) {
        return period("", room, "2017-01-01", "2017-03-31", "TRIMESTRE", presences);
    }

    private static String bare(String room, int presences) {
        return quarter(room, presences).replace(";4;10.5;", ";;;");
    }

    private static String counted(String room, String month) {
        return month(room, month, 60).replace(";4;10.5;", ";;;");
    }

    private static String day(String id, String day, int presences) {
        return period(id, "A", "2017-01-" + day, "2017-01-" + day, "JOUR", presences);
    }

    private List<JournalRow> recorded() {
        return night.journal().stream()
                .filter(row -> row.type().equals("MonthReported"))
                .toList();
    }
}
