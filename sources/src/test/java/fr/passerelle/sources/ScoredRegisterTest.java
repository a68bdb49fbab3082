package fr.passerelle.sources;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.rules.frequentation.FrequentationRules;
import fr.passerelle.rules.frequentation.LogFold.RoomMonths;
import fr.passerelle.rules.frequentation.ServedPopulation;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.event.AttendanceCounts;
import fr.passerelle.schemas.event.Etat;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.FrequentationState;
import fr.passerelle.schemas.event.Gestion;
import fr.passerelle.schemas.event.Grain;
import fr.passerelle.schemas.event.Hosting;
import fr.passerelle.schemas.event.MonthCause;
import fr.passerelle.schemas.event.MonthReported;
import fr.passerelle.schemas.event.ReportedLine;
import fr.passerelle.schemas.event.RoomInventoried;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the rules see in figures that were published: rows of a mapping, scored without any server. */
class ScoredRegisterTest {

    private static final Path VISITS = Register.FILES.resolve("monthly-visits-extrait.csv");
    private static final FrequentationRules RULES =
            new FrequentationRules(Baremes.load("2017-05").jeuDeRegles());

    @Test
    void showsTheBreakOfALibraryThatMoved() {
        Frequentation city = score("NCL-CITY", "2010-04");

        assertThat(city.getFlags()).containsExactly("STRUCTURAL_BREAK");
        assertThat(city.getState()).isEqualTo(FrequentationState.NOTEE);
        assertThat(city.getPresences12Months()).isEqualTo(1_102_672);
    }

    @Test
    void showsWeeksThatWereCopiedToTheirQuarter() {
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
        RoomMonths months = new RoomMonths();
        Register.read(VISITS, "newcastle-visites").rows().stream()
                .filter(cells -> cells.required("id_salle").equals(id))
                .map(ScoredRegisterTest::record)
                .collect(Collectors.groupingBy(line -> YearMonth.from(line.getPeriodStart())))
                .forEach((month, lines) -> months.put(month(id, month, lines)));
        return RULES.score(room(id), months.register(), ServedPopulation.nobody(room(id)), YearMonth.parse(asOf));
    }

    private static MonthReported month(String room, YearMonth month, List<ReportedLine> lines) {
        return MonthReported.newBuilder()
                .setRoomId(room)
                .setEpci("SANS-EPCI")
                .setMonth(month.toString())
                .setFiles(List.of("00"))
                .setLines(lines)
                .setCause(MonthCause.NEWS)
                .setAdded(lines.size())
                .setChanged(0)
                .setRemoved(0)
                .build();
    }

    private static ReportedLine record(Cells cells) {
        return ReportedLine.newBuilder()
                .setPeriodStart(LocalDate.parse(cells.required("periode_debut")))
                .setPeriodEnd(LocalDate.parse(cells.required("periode_fin")))
                .setGrain(Grain.valueOf(cells.required("grain")))
                .setActivity(cells.required("activite"))
                .setCounts(AttendanceCounts.newBuilder()
                        .setEtat(Etat.OUVERT)
                        .setPresences(cells.integer("presences"))
                        .build())
                .setFile(0)
                .setLine(1)
                .build();
    }

    private static RoomInventoried room(String id) {
        return RoomInventoried.newBuilder()
                .setRoomId(id)
                .setEpci("SANS-EPCI")
                .setName(id)
                .setInsee("99132")
                .setGestion(Gestion.COMMUNALE_AUTONOME)
                .setHosting(Hosting.newBuilder().setFunctionsToday(List.of()).build())
                .build();
    }
}
