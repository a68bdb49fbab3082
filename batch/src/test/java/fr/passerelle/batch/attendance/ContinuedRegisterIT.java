package fr.passerelle.batch.attendance;

import static fr.passerelle.local.fixture.Csv.month;
import static fr.passerelle.local.fixture.Csv.period;
import static fr.passerelle.local.fixture.Csv.room;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.batch.fixture.Import;
import fr.passerelle.published.run.RunCounts.Counts;
import fr.passerelle.sources.InputFile;
import fr.passerelle.sources.reject.UnusableFile;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/** A file whose lines are known under other identities is refused until its mapping says which register it continues. */
class ContinuedRegisterIT {

    private static final List<String> SESSIONS =
            List.of("A 2017-01-10 3", "A 2017-01-10 4", "A 2017-01-12 5", "B 2017-01-12 6");

    private final Import night = new Import();

    @BeforeEach
    void inventory() {
        night.rooms(room("A", "02094"), room("B", "60057"));
    }

    @AfterEach
    void theLogSaysWhatIsKnown() {
        assertThat(night.told()).isEqualTo(night.known());
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

    private static String[] withoutIds() {
        return sessions("", "", "", "");
    }

    private static String[] withIds() {
        return sessions("k", "i", "j", "l");
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

        assertThatThrownBy(() -> night.attendance(renamed))
                .isInstanceOf(UnusableFile.class)
                .hasMessageContaining("dans le registre « region »")
                .hasMessageContaining("« continue: region »");
        Counts counts = night.attendance(continued);

        assertThat(counts).isEqualTo(new Counts(2, 1, 1, 0, 0));
        assertThat(night.months()).hasSize(1);
        assertThat(night.known()).containsExactly("A 2017-01-01 10", "A 2017-02-01 21");
        night.withdraw(continued);
        assertThat(night.known()).containsExactly("A 2017-01-01 10", "A 2017-02-01 20");
    }

    @Test
    void refusesAFileThatGivesIdsToLinesThatHadNone() {
        night.attendance(withoutIds());

        assertThatThrownBy(() -> night.attendance(withIds()))
                .isInstanceOf(UnusableFile.class)
                .hasMessageContaining("« donnees.csv »")
                .hasMessageContaining("sans identifiant")
                .hasMessageContaining("« continue: region »")
                .hasMessageContaining("« --replaces »");

        assertThat(night.known()).isEqualTo(SESSIONS);
    }

    @Test
    void refusesAFileThatGivesNoIdToLinesThatHadOne() {
        night.attendance(Import.registerOf("nord", withIds()));

        assertThatThrownBy(() -> night.attendance(Import.registerOf("nord", withoutIds())))
                .isInstanceOf(UnusableFile.class)
                .hasMessageContaining("sous des identifiants")
                .hasMessageContaining("« continue: nord »");

        assertThat(night.known()).isEqualTo(SESSIONS);
    }

    @Test
    void takesItInThePlaceOfTheFileThatItFollows() {
        InputFile before = Import.register(withoutIds());
        night.attendance(before);

        night.replace(List.of(before), List.of(Import.register(withIds())));

        assertThat(night.known()).isEqualTo(SESSIONS);
    }

    @Test
    void takesAnotherRegisterOfTheSameRoomsAndDays() {
        night.attendance(Import.registerOf("nord", withIds()));

        night.attendance(Import.registerOf("sud", withoutIds()));

        assertThat(night.known()).hasSize(2 * SESSIONS.size());
    }

    @Test
    void takesWhatIsNewOfARegisterThatHadNoIds() {
        night.attendance(withoutIds());

        night.attendance(
                session("k", "A", "2017-01-10", 3),
                session("m", "A", "2017-01-20", 7),
                session("n", "A", "2017-01-21", 8));

        assertThat(night.known()).hasSize(SESSIONS.size() + 3);
    }

    @Test
    void goesOnWithIdsThatAppear() {
        night.attendance(withoutIds());
        InputFile continued = continuing("region", withIds());

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
        InputFile numbered = Import.registerOf("nord", withIds());
        night.attendance(numbered);

        night.attendance(continuing("nord", withoutIds()));

        assertThat(night.known()).isEqualTo(SESSIONS);
        night.attendance(continuing("nord", withoutIds()));
        assertThat(night.months()).isEmpty();
        night.withdraw(numbered);
        assertThat(night.known()).isEqualTo(SESSIONS);
    }

    @Test
    void givesBackWhatItWentOnWith() {
        InputFile before = Import.register(withoutIds());
        night.attendance(before);
        InputFile continued = continuing("region", withIds());
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
        List<InputFile> files = List.of(Import.register(withoutIds()), continuing("region", withIds()));

        List<Counts> counts = night.attendance(files, 10, new ExecutionContext(), Integer.MAX_VALUE);

        assertThat(counts).containsOnly(new Counts(4, 4, 0, 0, 0));
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
