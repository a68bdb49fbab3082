package fr.passerelle.rules.frequentation;

import static fr.passerelle.rules.frequentation.Records.closure;
import static fr.passerelle.rules.frequentation.Records.month;
import static fr.passerelle.rules.frequentation.Records.presences;
import static fr.passerelle.rules.frequentation.Records.record;
import static fr.passerelle.rules.frequentation.Records.register;
import static fr.passerelle.rules.frequentation.Records.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.passerelle.schemas.event.Grain;
import fr.passerelle.schemas.event.ReportedLine;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoomMonthTest {

    @Test
    void showsAGapAsAGapAndAClosureAsAClosure() {
        var months = months(month("2017-01", 12), closure("2017-03-01", "2017-03-31"), month("2017-04", 0));

        assertThat(months)
                .extracting(RoomMonth::month, RoomMonth::state, RoomMonth::presences)
                .containsExactly(
                        tuple(YearMonth.of(2017, 1), RoomMonth.State.OBSERVE, 12L),
                        tuple(YearMonth.of(2017, 2), RoomMonth.State.MANQUANT, null),
                        tuple(YearMonth.of(2017, 3), RoomMonth.State.FERME, null),
                        tuple(YearMonth.of(2017, 4), RoomMonth.State.OBSERVE, 0L));
    }

    @Test
    void letsTheFinestGrainWin() {
        var months = months(session("2017-04-03", 5), session("2017-04-10", 6), month("2017-04", 99));

        assertThat(months).singleElement().returns(11L, RoomMonth::presences);
    }

    @Test
    void marksWhatIsSpreadAndKeepsItsSum() {
        var months = months(record(Grain.TRIMESTRE, "2017-01-01", "2017-03-31", presences(100)));

        assertThat(months.subList(0, 3)).allMatch(RoomMonth::spread);
        assertThat(months.subList(0, 3).stream().mapToLong(RoomMonth::presences).sum())
                .isEqualTo(100);
        assertThat(months.get(3)).returns(false, RoomMonth::spread).returns(RoomMonth.State.MANQUANT, RoomMonth::state);
    }

    @Test
    void endsWithTheMonthAskedFor() {
        assertThat(months(month("2017-05", 3))).isEmpty();
        assertThat(months()).isEmpty();
    }

    private static List<RoomMonth> months(ReportedLine... records) {
        return RoomMonth.of(new RoomFacts(Rooms.alwaysOpen(), register(records)), YearMonth.of(2017, 4));
    }
}
