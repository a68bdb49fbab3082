package fr.passerelle.sources;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.rules.conversion.Places;
import fr.passerelle.rules.frequentation.FrequentationRules;
import fr.passerelle.rules.frequentation.Lines;
import fr.passerelle.rules.frequentation.Records;
import fr.passerelle.rules.frequentation.ServedPopulation;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.event.AttendanceCounts;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.FrequentationState;
import fr.passerelle.schemas.event.Grain;
import fr.passerelle.schemas.event.ReportedLine;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.sources.mapping.Mapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The mappings of public registers, one of them on published figures, and what the rules see in these, scored without any server. */
class RegisterMappingsTest {

    private static final Path VISITS = Register.FILES.resolve("monthly-visits-extrait.csv");

    @Test
    void areRightAndCalledAsTheirFiles() throws IOException {
        try (Stream<Path> files = Files.list(Register.FILES)) {
            assertThat(files.filter(file -> file.toString().endsWith(".yaml")))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(file.getFileName())
                            .hasToString(Mapping.read(file).name() + ".yaml"));
        }
    }

    @Test
    void giveTheFiguresThatNewcastlePublished() {
        Register visits = Register.read(VISITS, "newcastle-visites");

        assertThat(visits.refusals()).isEmpty();
        assertThat(visits.presences("id_salle", 60))
                .isEqualTo(Map.of(
                        "NCL-CITY", 10_042_884L,
                        "NCL-DENTON-BURN", 410_484L,
                        "NCL-DINNINGTON", 34_398L,
                        "NCL-FENHAM", 512_879L,
                        "NCL-HIGH-HEATON", 358_324L));
    }

    @Test
    void tellZerosFromBlanksAndBlanksFromMonthsWithoutAColumn() {
        Register visits = Register.read(VISITS, "newcastle-visites");

        assertThat(visits.rows()).hasSize(184 + 179 + 63 + 179 + 185);
        assertThat(visits.zeros()).isEqualTo(5 + 3);
        assertThat(visits.presences("periode_debut", 7))
                .containsEntry("2020-02", 50_929L)
                .doesNotContainKeys("2020-06", "2021-03")
                .containsKey("2023-01");
    }

    private static final FrequentationRules RULES =
            new FrequentationRules(Baremes.load("2017-05").jeuDeRegles());

    @Test
    void showsTheBreakOfALibraryThatMovedAndWeeksCopiedToTheirQuarter() {
        Frequentation city = score("NCL-CITY", "2010-04");

        assertThat(city.getFlags()).containsExactly("STRUCTURAL_BREAK");
        assertThat(city.getState()).isEqualTo(FrequentationState.NOTEE);
        assertThat(city.getPresences12Months()).isEqualTo(1_102_672);
        assertThat(score("NCL-DENTON-BURN", "2010-04").getFlags()).containsExactly("COPIED_SAMPLE");
        assertThat(score("NCL-DENTON-BURN", "2020-02").getFlags()).isEmpty();
    }

    @Test
    void concludesNothingWhereMonthsAreMissing() {
        Frequentation dinnington = score("NCL-DINNINGTON", "2020-02");

        assertThat(dinnington.getState()).isEqualTo(FrequentationState.DONNEES_INSUFFISANTES);
        assertThat(dinnington.getMonthsMissing()).hasSize(24);
    }

    @Test
    void missesTheMonthsThatHaveNoColumn() {
        Frequentation city = score("NCL-CITY", "2022-06");

        assertThat(city.getMonthsObserved()).isEqualTo(15);
        assertThat(city.getMonthsMissing())
                .containsExactly(
                        "2020-07", "2020-08", "2020-09", "2020-10", "2020-11", "2020-12", "2021-01", "2021-02",
                        "2021-03");
    }

    private static Frequentation score(String id, String asOf) {
        Lines lines = Lines.of(Register.read(VISITS, "newcastle-visites").rows().stream()
                .filter(cells -> cells.required("id_salle").equals(id))
                .map(RegisterMappingsTest::line)
                .toList());
        RoomInventoried room = Places.room(id).build();
        return RULES.score(room, lines.register(), ServedPopulation.nobody(room), YearMonth.parse(asOf));
    }

    private static ReportedLine line(Cells cells) {
        AttendanceCounts counts = Records.presences(0);
        counts.setPresences(cells.integer("presences"));
        return Records.record(
                Grain.valueOf(cells.required("grain")),
                cells.required("periode_debut"),
                cells.required("periode_fin"),
                counts);
    }
}
