package fr.passerelle.rules.frequentation;

import static fr.passerelle.rules.frequentation.Records.counts;
import static fr.passerelle.rules.frequentation.Records.month;
import static fr.passerelle.rules.frequentation.Records.of;
import static fr.passerelle.rules.frequentation.Records.presences;
import static fr.passerelle.rules.frequentation.Records.register;
import static fr.passerelle.rules.frequentation.Records.session;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.schemas.event.Grain;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SupposedRegisterTest {

    private static final YearMonth MARCH = YearMonth.of(2017, 3);

    @Test
    void addsARecordOfTheMonthInAnActivityThatTheRoomHasNot() {
        RoomRegister register = register(session("2017-03-07", 5), of("HYPOTHESE", month("2017-04", 7)));

        RoomRegister supposed = register.supposing(Map.of(MARCH, presences(9)));

        Period added =
                new Period(LocalDate.of(2017, 3, 1), LocalDate.of(2017, 3, 31), Grain.MOIS, "HYPOTHESEHYPOTHESE");
        assertThat(supposed.periods()).containsKey(added).hasSize(2);
        assertThat(Objects.requireNonNull(supposed.periods().get(added)).total(Measure.PRESENCES))
                .isEqualTo(9);
    }

    @Test
    void avoidsTheActivityOfASessionToo() {
        RoomRegister register = register(of("HYPOTHESE", session("2017-03-07", 5)));

        RoomRegister supposed = register.supposing(Map.of(MARCH, presences(9)));

        assertThat(supposed.periods().firstKey().activity()).isEqualTo("HYPOTHESEHYPOTHESE");
    }

    @Test
    void leavesTheRegisterItComesFromAsItWas() {
        RoomRegister register = register(month("2017-03", 40));

        register.supposing(Map.of(MARCH, presences(9)));

        assertThat(register.periods().values()).singleElement().returns(40L, tally -> tally.total(Measure.PRESENCES));
    }

    @Test
    void countsTogetherOnlyWhatOneActivityCounts() {
        Tally hours = new Tally();
        hours.add(counts(1, 200, 300));
        MonthFigures apart = new MonthFigures(MARCH, 31);
        Tally people = new Tally();
        people.add(presences(4));
        apart.add("ATELIER", people);

        assertThat(apart.countsTogether(Measure.PRESENCES, Measure.PERSON_HOURS))
                .isFalse();

        apart.add("ACCES LIBRE", hours);

        assertThat(apart.countsTogether(Measure.PRESENCES, Measure.PERSON_HOURS))
                .isTrue();
        assertThat(apart.presencesByActivity()).containsExactly(Map.entry("ACCES LIBRE", 1L), Map.entry("ATELIER", 4L));
    }
}
