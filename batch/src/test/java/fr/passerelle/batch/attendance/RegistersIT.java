package fr.passerelle.batch.attendance;

import static fr.passerelle.local.fixture.Csv.month;
import static fr.passerelle.local.fixture.Csv.period;
import static fr.passerelle.local.fixture.Csv.room;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import fr.passerelle.batch.fixture.Import;
import fr.passerelle.batch.fixture.Import.RejectRow;
import fr.passerelle.published.run.RunCounts.Counts;
import fr.passerelle.schemas.event.MonthReported;
import fr.passerelle.schemas.event.ReportedLine;
import fr.passerelle.sources.InputFile;
import fr.passerelle.sources.reject.UnusableFile;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A line is known by its register and its id there; a file whose lines are known under other identities is refused until its mapping says which register it continues. */
class RegistersIT {

    /** The same sessions, without ids or with them, and what is known of them. */
    private static final String[] WITHOUT_IDS = sessions("", "", "", "");

    private static final String[] WITH_IDS = sessions("k", "i", "j", "l");
    private static final List<String> SESSIONS =
            List.of("A 2017-01-10 3", "A 2017-01-10 4", "A 2017-01-12 5", "B 2017-01-12 6");

    private final Import night = Import.ofTwoRooms();

    @AfterEach
    void theLogSaysWhatIsKnown() {
        assertThat(night.told()).isEqualTo(night.known());
    }

    @Test
    void refusesAnIdOfAnotherRoomInTheRegionsOwnRegister() {
        night.attendance(month("1", "A", "2017-01", 10));

        night.attendance(month("1", "B", "2017-01", 20), month("2", "B", "2017-02", 30));

        assertThat(night.rejects()).extracting(RejectRow::at).containsExactly("2 id_releve IDENTIFIANT_AILLEURS");
        assertThat(night.rejects().getFirst().message()).contains("« registre: NOM »", "« --replaces »");
        assertThat(night.known()).containsExactly("A 2017-01-01 10", "B 2017-02-01 30");
    }

    @Test
    void refusesItInTheSecondFileOfARunToo() {
        List<InputFile> files = List.of(
                Import.register(month("1", "A", "2017-01", 10)), Import.register(month("1", "B", "2017-01", 20)));

        assertThat(night.attendance(files)).containsExactly(new Counts(1, 1, 0, 0, 0), new Counts(1, 0, 0, 1, 0));
        assertThat(night.known()).containsExactly("A 2017-01-01 10");
    }

    @Test
    void keepsTwoRegistersApartThatAreNumberedAlike() {
        List<InputFile> files = List.of(
                Import.registerOf("nord", month("1", "A", "2017-01", 10)),
                Import.registerOf("sud", month("1", "B", "2017-01", 20)));

        List<Counts> first = night.attendance(files);
        List<Counts> second = night.attendance(files);

        assertThat(first).containsOnly(new Counts(1, 1, 0, 0, 0));
        assertThat(second).containsOnly(new Counts(1, 0, 1, 0, 0));
        assertThat(night.known()).containsExactly("A 2017-01-01 10", "B 2017-01-01 20");
    }

    @Test
    void movesALineOfANamedRegisterAndSaysSo() {
        night.attendance(Import.registerOf("nord", month("1", "A", "2017-01", 10)));

        night.attendance(Import.registerOf("nord", month("1", "B", "2017-01", 10)));

        assertThat(night.months())
                .extracting(MonthReported::getRoomId, month -> month.getLines().size())
                .containsExactly(tuple("B", 1), tuple("A", 0));
        assertThat(night.months().getFirst().getLines().getFirst())
                .returns("nord", ReportedLine::getRegister)
                .returns("1", ReportedLine::getId);
        assertThat(night.corrections()).containsExactly("2 id_salle SALLE_CHANGEE A B");
    }

    @Test
    void countsALineNoLongerWhereItWasThoughItIsPutAsideWhereItGoes() {
        night.attendance(Import.registerOf("nord", month("1", "A", "2017-01", 10)));
        night.attendance(month("B", "2017-01", 7));

        night.attendance(Import.registerOf("nord", month("1", "B", "2017-01", 10)));

        assertThat(night.rejects()).extracting(RejectRow::at).containsExactly("2 periode_debut DOUBLON_CONTRADICTOIRE");
        assertThat(night.known()).containsExactly("B 2017-01-01 7");
    }

    @Test
    void movesALineOfTheOwnRegisterWhereItsFileIsReplaced() {
        InputFile wrong = Import.register(month("1", "A", "2017-01", 10));
        night.attendance(wrong);

        night.replace(List.of(wrong), List.of(Import.register(month("1", "B", "2017-01", 10))));

        assertThat(night.known()).containsExactly("B 2017-01-01 10");
        assertThat(night.corrections()).containsExactly("2 id_salle SALLE_CHANGEE A B");
    }

    @Test
    void refusesAFileOfWhichMostLinesAreKnownInAnotherRegister() {
        night.attendance(Import.registerOf("nord-2", month("1", "A", "2017-01", 10)));
        night.attendance(Import.registerOf("nord", month("2", "A", "2017-02", 10)));
        InputFile renamed = Import.registerOf("sud", month("1", "A", "2017-01", 10), month("2", "A", "2017-02", 10));
        InputFile unnamed = Import.register(month("1", "A", "2017-01", 10), month("2", "A", "2017-02", 10));

        for (InputFile file : List.of(renamed, unnamed)) {
            refuses(file, "dans le registre « nord »", "« continue: nord »");
        }
        assertThat(night.known()).containsExactly("A 2017-01-01 10", "A 2017-02-01 10");
    }

    @Test
    void takesTheObservedZerosOfTwoRegistersForTheSame() {
        for (String register : List.of("nord", "sud")) {
            String covers = "registre: " + register + "\ncouverture: {du: 2017-01, au: 2017-02}\n";
            night.attendance(Import.mapped(register, covers, month("", "A", "2017-01", 10)));
        }

        assertThat(night.rejects()).isEmpty();
        assertThat(night.known()).contains("A 2017-02-01 0");
    }

    @Test
    void neverCountsALineTwiceWhoseRegisterIsNamedLater() {
        night.attendance(month("1", "A", "2017-01", 10), month("2", "A", "2017-02", 20));

        night.attendance(Import.registerOf("nord", month("1", "A", "2017-01", 11), month("2", "B", "2017-02", 30)));

        assertThat(night.rejects()).extracting(RejectRow::at).containsExactly("2 periode_debut DOUBLON_CONTRADICTOIRE");
        assertThat(night.known()).containsExactly("A 2017-01-01 10", "A 2017-02-01 20", "B 2017-02-01 30");
    }

    private void refuses(InputFile file, String... sentences) {
        assertThatExceptionOfType(UnusableFile.class)
                .isThrownBy(() -> night.attendance(file))
                .satisfies(refused -> assertThat(refused.getMessage()).contains(sentences));
    }

    private static String[] sessions(String... ids) {
        return new String[] {
            session(ids[0], "A", "2017-01-10", 3),
            session(ids[1], "A", "2017-01-10", 4),
            session(ids[2], "A", "2017-01-12", 5),
            session(ids[3], "B", "2017-01-12", 6)
        };
    }

    private static String session(String id, String room, String day, int presences) {
        return period(id, room, day, day, "SEANCE", presences);
    }

    private static InputFile continuing(String register, String... rows) {
        return Import.mapped("suite", "continue: " + register + "\n", rows);
    }

    @Test
    void goesOnUnderTheNameThatTheRegisterHad() {
        InputFile file = Import.register(month("1", "A", "2017-01", 10), month("2", "A", "2017-02", 20));
        InputFile renamed = Import.registerOf("nord", month("1", "A", "2017-01", 10), month("2", "A", "2017-02", 20));
        InputFile continued = continuing("region", month("1", "A", "2017-01", 10), month("2", "A", "2017-02", 21));
        night.attendance(file);

        refuses(renamed, "dans le registre « region »", "« continue: region »");
        assertThat(night.attendance(continued)).isEqualTo(new Counts(2, 1, 1, 0, 0));
        assertThat(night.months()).hasSize(1);
        assertThat(night.known()).containsExactly("A 2017-01-01 10", "A 2017-02-01 21");
        night.withdraw(continued);
        assertThat(night.known()).containsExactly("A 2017-01-01 10", "A 2017-02-01 20");
    }

    @Test
    void refusesAFileThatGivesIdsToLinesThatHadNoneUnlessInItsPlace() {
        InputFile before = Import.register(WITHOUT_IDS);
        night.attendance(before);

        refuses(
                Import.register(WITH_IDS),
                "« donnees.csv »",
                "sans identifiant",
                "« continue: region »",
                "« --replaces »");

        assertThat(night.known()).isEqualTo(SESSIONS);

        night.replace(List.of(before), List.of(Import.register(WITH_IDS)));

        assertThat(night.known()).isEqualTo(SESSIONS);
    }

    @Test
    void refusesAFileThatGivesNoIdToLinesThatHadOneButTakesAnotherRegister() {
        night.attendance(Import.registerOf("nord", WITH_IDS));

        refuses(Import.registerOf("nord", WITHOUT_IDS), "sous des identifiants", "« continue: nord »");

        assertThat(night.known()).isEqualTo(SESSIONS);

        night.attendance(Import.registerOf("sud", WITHOUT_IDS));

        assertThat(night.known()).hasSize(2 * SESSIONS.size());
    }

    @Test
    void takesWhatIsNewOfARegisterThatHadNoIds() {
        night.attendance(WITHOUT_IDS);

        night.attendance(
                session("k", "A", "2017-01-10", 3),
                session("m", "A", "2017-01-20", 7),
                session("n", "A", "2017-01-21", 8));

        assertThat(night.known()).hasSize(SESSIONS.size() + 3);
    }

    @Test
    void goesOnWithIdsThatAppear() {
        night.attendance(WITHOUT_IDS);
        InputFile continued = continuing("region", WITH_IDS);

        night.attendance(continued);

        assertThat(night.known()).isEqualTo(SESSIONS);
        night.attendance(continuing("region", session("i", "A", "2017-02-01", 4), session("j", "A", "2017-01-12", 9)));
        assertThat(night.known())
                .containsExactly("A 2017-01-10 3", "A 2017-01-12 9", "A 2017-02-01 4", "B 2017-01-12 6");
        night.attendance(continued);
        assertThat(night.known()).isEqualTo(SESSIONS);
    }

    @Test
    void goesOnWithoutIds() {
        InputFile numbered = Import.registerOf("nord", WITH_IDS);
        night.attendance(numbered);

        night.attendance(continuing("nord", WITHOUT_IDS));

        assertThat(night.known()).isEqualTo(SESSIONS);
        night.attendance(continuing("nord", WITHOUT_IDS));
        assertThat(night.months()).isEmpty();
        night.withdraw(numbered);
        assertThat(night.known()).isEqualTo(SESSIONS);
    }

    @Test
    void givesBackWhatItWentOnWith() {
        InputFile before = Import.register(WITHOUT_IDS);
        night.attendance(before);
        InputFile continued = continuing("region", WITH_IDS);
        night.attendance(continued);
        InputFile later = continuing("region", session("k", "B", "2017-01-10", 3), session("i", "A", "2017-01-11", 4));
        night.attendance(later);

        night.withdraw(continued);
        night.withdraw(later);

        assertThat(night.known()).isEqualTo(SESSIONS);
        night.withdraw(before);
        assertThat(night.known()).isEmpty();
        assertThat(night.count("passerelle.attendance_said")).isZero();
        assertThat(night.count("passerelle.line_id")).isZero();
    }

    @Test
    void goesOnWithAFileOfTheSameRun() {
        List<InputFile> files = List.of(Import.register(WITHOUT_IDS), continuing("region", WITH_IDS));

        assertThat(night.attendance(files)).containsOnly(new Counts(4, 4, 0, 0, 0));
        assertThat(night.known()).isEqualTo(SESSIONS);
    }

    @Test
    void goesOnWithALongerPeriodInsteadOfRefusingItAsADouble() {
        night.attendance(month("A", "2017-01", 10), month("A", "2017-02", 20));

        night.attendance(continuing("region", month("1", "A", "2017-01", 10), month("2", "A", "2017-02", 21)));

        assertThat(night.rejects()).isEmpty();
        assertThat(night.known()).containsExactly("A 2017-01-01 10", "A 2017-02-01 21");
    }
}
