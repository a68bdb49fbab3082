package fr.passerelle.rules.frequentation;

import static fr.passerelle.rules.frequentation.Records.closure;
import static fr.passerelle.rules.frequentation.Records.from;
import static fr.passerelle.rules.frequentation.Records.month;
import static fr.passerelle.rules.frequentation.Records.record;
import static fr.passerelle.rules.frequentation.Records.register;
import static fr.passerelle.rules.frequentation.Records.session;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.schemas.event.FichierSource;
import fr.passerelle.schemas.event.Grain;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoomRegisterTest {

    @Test
    void tellsWhichFilesTheWindowRestsOn() {
        RoomRegister register = register(
                from("aa", month("2016-01", 5)),
                from("aa", session("2016-01-07", 5)),
                from("aa", month("2015-10", 5)),
                from("bb", record(Grain.TRIMESTRE, "2015-09-01", "2015-11-30", 9)),
                from("cc", closure("2014-01-01", "2014-12-31")));

        assertThat(register.files(YearMonth.of(2017, 10), 24))
                .containsExactly(
                        new FichierSource("aa", List.of("2016-01"), 2), new FichierSource("bb", List.of("2015-11"), 1));
    }

    @Test
    void keepsApartTheRecordsOfAFileThatBeginTogetherAndEndApart() {
        RoomRegister register = register(
                from("aa", month("2017-01", 5)), from("aa", record(Grain.TRIMESTRE, "2017-01-01", "2017-03-31", 9)));

        assertThat(register.files(YearMonth.of(2017, 10), 24))
                .containsExactly(new FichierSource("aa", List.of("2017-01", "2017-02", "2017-03"), 2));
    }

    @Test
    void countsEqualLinesEach() {
        RoomRegister register = register(month("2017-01", 5), month("2017-01", 5));

        assertThat(register.periods().values()).singleElement().returns(10L, tally -> tally.total(Measure.PRESENCES));
    }
}
