package fr.passerelle.rules.frequentation;

import static fr.passerelle.rules.frequentation.Records.month;
import static fr.passerelle.rules.frequentation.Records.of;
import static fr.passerelle.rules.frequentation.Records.register;
import static fr.passerelle.rules.frequentation.Records.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.passerelle.schemas.event.ActivitePratiquee;
import fr.passerelle.schemas.event.Frequentation;
import org.junit.jupiter.api.Test;

class ActivitesTest {

    @Test
    void putsTheMostAttendedOfTheLastTwelveMonthsFirst() {
        Frequentation scored = score(register(
                of("PHOTO", month("2016-10", 500)),
                of("PHOTO", month("2016-11", 5)),
                of("INTERNET", month("2017-10", 4)),
                of("INTERNET", month("2017-09", 3)),
                of("BUREAUTIQUE", month("2017-10", 5))));

        assertThat(scored.getActivites())
                .extracting(ActivitePratiquee::getActivity, ActivitePratiquee::getPresences)
                .containsExactly(tuple("INTERNET", 7L), tuple("BUREAUTIQUE", 5L), tuple("PHOTO", 5L));
        assertThat(scored.getActivites().stream()
                        .mapToLong(ActivitePratiquee::getPresences)
                        .sum())
                .isEqualTo(scored.getPresences12Months());
    }

    @Test
    void leavesOutWhatNobodyCameTo() {
        Frequentation scored = score(register(of("PHOTO", month("2017-10", 0)), of("INTERNET", month("2017-09", 1))));

        assertThat(scored.getActivites())
                .extracting(ActivitePratiquee::getActivity)
                .containsExactly("INTERNET");
    }

    @Test
    void countsTheFinestGrainOnly() {
        Frequentation scored =
                score(register(of("PHOTO", month("2017-10", 50)), of("PHOTO", session("2017-10-04", 6))));

        assertThat(scored.getActivites())
                .extracting(ActivitePratiquee::getPresences)
                .containsExactly(6L);
    }

    private static Frequentation score(RoomRegister register) {
        return Rooms.score(Rooms.alwaysOpen(), register, Rooms.AS_OF);
    }
}
