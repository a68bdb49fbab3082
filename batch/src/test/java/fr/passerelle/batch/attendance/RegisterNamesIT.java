package fr.passerelle.batch.attendance;

import static fr.passerelle.local.fixture.Csv.month;
import static fr.passerelle.local.fixture.Csv.room;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fr.passerelle.batch.fixture.Import;
import fr.passerelle.batch.fixture.RejectRow;
import fr.passerelle.published.run.RunCounts.Counts;
import fr.passerelle.schemas.event.MonthReported;
import fr.passerelle.schemas.event.ReportedLine;
import fr.passerelle.sources.InputFile;
import fr.passerelle.sources.reject.UnusableFile;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/** A line is known by its register and its id there. */
class RegisterNamesIT {

    private static final int NEVER = Integer.MAX_VALUE;

    private final Import night = new Import();

    @BeforeEach
    void inventory() {
        night.rooms(room("A", "02094"), room("B", "60057"));
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

        List<Counts> counts = night.attendance(files, 10, new ExecutionContext(), NEVER);

        assertThat(counts).containsExactly(new Counts(1, 1, 0, 0, 0), new Counts(1, 0, 0, 1, 0));
        assertThat(night.known()).containsExactly("A 2017-01-01 10");
    }

    @Test
    void keepsTwoRegistersApartThatAreNumberedAlike() {
        List<InputFile> files = List.of(
                Import.registerOf("nord", month("1", "A", "2017-01", 10)),
                Import.registerOf("sud", month("1", "B", "2017-01", 20)));

        List<Counts> first = night.attendance(files, 10, new ExecutionContext(), NEVER);
        List<Counts> second = night.attendance(files, 10, new ExecutionContext(), NEVER);

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
        assertThat(night.told()).isEqualTo(night.known());
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
            assertThatThrownBy(() -> night.attendance(file))
                    .isInstanceOf(UnusableFile.class)
                    .hasMessageContaining("dans le registre « nord »")
                    .hasMessageContaining("« continue: nord »");
        }
        assertThat(night.known()).containsExactly("A 2017-01-01 10", "A 2017-02-01 10");
    }

    private static InputFile covering(String register) {
        return Import.mapped(
                register,
                "registre: " + register + "\ncouverture: {du: 2017-01, au: 2017-02}\n",
                month("", "A", "2017-01", 10));
    }

    @Test
    void takesTheObservedZerosOfTwoRegistersForTheSame() {
        night.attendance(covering("nord"));
        night.attendance(covering("sud"));

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
}
