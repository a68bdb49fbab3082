package fr.passerelle.rules.frequentation;

import static fr.passerelle.rules.frequentation.Records.month;
import static fr.passerelle.rules.frequentation.Records.register;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.event.ReportedLine;
import java.time.YearMonth;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeriesSignsTest {

    private static final YearMonth AS_OF = YearMonth.of(2017, 10);

    @Test
    void saysWhichMonthsAreTheSame() {
        var signs = signs(month("2017-02", 41), month("2017-03", 40), month("2017-04", 40), month("2017-05", 40));

        assertThat(signs.copied()).containsExactly(YearMonth.of(2017, 3), YearMonth.of(2017, 4), YearMonth.of(2017, 5));
        assertThat(signs.breaks()).isEmpty();
    }

    @Test
    void saysFromWhichMonthOnTheScaleIsAnother() {
        var signs = signs(IntStream.range(0, 12)
                .mapToObj(i -> month(YearMonth.of(2016, 11).plusMonths(i).toString(), (i < 6 ? 10 : 100) + i))
                .toArray(ReportedLine[]::new));

        assertThat(signs.breaks()).contains(YearMonth.of(2017, 5));
        assertThat(signs.copied()).isEmpty();
    }

    private static SeriesSigns signs(ReportedLine... records) {
        return SeriesSigns.of(
                new RoomFacts(Rooms.alwaysOpen(), register(records)),
                AS_OF,
                Baremes.load(Baremes.DEFAULT).jeuDeRegles());
    }
}
