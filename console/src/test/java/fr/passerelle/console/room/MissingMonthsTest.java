package fr.passerelle.console.room;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.room.MissingMonthsPage.MissingMonths;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.current.PublishedResults.PublishedRun;
import fr.passerelle.rules.explanation.Proposals;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.FrequentationState;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MissingMonthsTest {

    private static final PublishedRun RUN = new PublishedRun(
            3, "N-000003", "2017-03", Baremes.load(Baremes.DEFAULT), false, "0".repeat(64), Instant.EPOCH);

    private final MissingMonths missing =
            of(score("R1", "2016-12"), score("R2", "2016-12", "2017-02"), score("R3"), score("R4", "2016-12"));

    @Test
    void shadesEachMonthByHowManyRoomsMissIt() {
        assertThat(missing.months())
                .extracting(month -> month.text() + " " + month.rooms() + " " + month.shade())
                .containsExactly("2016-12 3 4", "2017-01 0 0", "2017-02 1 2", "2017-03 0 0");
        assertThat(missing.months().get(1).year()).isEqualTo("2017");
        assertThat(missing.total()).isEqualTo(4);
    }

    @Test
    void listsTheRoomsThatMissOneThoseThatMissTheMostFirst() {
        assertThat(missing.rooms()).extracting(MissingMonths.Line::name).containsExactly("R2", "R1", "R4");
        assertThat(missing.rooms().getFirst().months()).containsExactly("2016-12", "2017-02");
        assertThat(missing.rooms().getFirst().squares()).isEqualTo("M0 0h13v13h-13zM32 0h13v13h-13z");
    }

    @Test
    void keepsTheRoomsOfAnEpciTogetherWhereAnotherHasItsName() {
        SortedMap<String, EpciDescribed> epcis = new TreeMap<>();
        Stream.of("200000001", "200000002").forEach(siren -> epcis.put(siren, named(siren)));
        Frequentation elsewhere = score("R2", "2016-12", "2017-02");
        elsewhere.setEpci("200000002");

        MissingMonths twins =
                of(epcis, score("R1", "2016-12"), elsewhere, score("R3", "2016-12", "2017-01", "2017-02"));

        assertThat(twins.rooms()).extracting(MissingMonths.Line::room).containsExactly("R3", "R1", "R2");
    }

    @Test
    void isEmptyWhereNothingIsMissing() {
        assertThat(of(score("R1")))
                .isEqualTo(new MissingMonths(List.of(), List.of()))
                .extracting(MissingMonths::total, MissingMonths::width, MissingMonths::grid)
                .containsExactly(0, 0, "");
    }

    private static EpciDescribed named(String siren) {
        return EpciDescribed.newBuilder()
                .setEpci(siren)
                .setName("CC du Val")
                .setPopulation(0)
                .setCommunes(List.of())
                .setPublicPlaces(List.of())
                .build();
    }

    private static MissingMonths of(Frequentation... scores) {
        return of(new TreeMap<>(), scores);
    }

    private static MissingMonths of(SortedMap<String, EpciDescribed> epcis, Frequentation... scores) {
        return MissingMonths.of(new PublishedResults(
                RUN, Proposals.of(List.of(scores), List.of(), List.of()), new TreeMap<>(), epcis, new TreeMap<>()));
    }

    private static Frequentation score(String room, String... months) {
        return Frequentation.newBuilder()
                .setRoomId(room)
                .setEpci("200000001")
                .setAsOf("2017-03")
                .setState(FrequentationState.NOTEE)
                .setIndicateurs(List.of())
                .setMonthsOpen(24)
                .setMonthsObserved(24 - months.length)
                .setMonthsMissing(Stream.of(months).toList())
                .setPresences12Months(0)
                .setPersonHours12MonthsHundredths(0)
                .setObserved12Months(0)
                .setFlags(List.of())
                .build();
    }
}
