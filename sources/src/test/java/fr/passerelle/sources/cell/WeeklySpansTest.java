package fr.passerelle.sources.cell;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.sources.cell.WeeklySpans.Span;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeeklySpansTest {

    private static final Span MORNING = new Span(9 * 60, 12 * 60);
    private static final Span AFTERNOON = new Span(14 * 60, 17 * 60 + 30);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tu-We 09:00-12:00,14:00-17:30; Sa 09:00-12:00",
                "mardi et mercredi 9h-12h et 14h-17h30, samedi 9h-12h",
            })
    void tellsTheHoursOfEachDay(String text) {
        assertThat(WeeklySpans.read(text).orElseThrow().days())
                .isEqualTo(Map.of(
                        DayOfWeek.TUESDAY, List.of(MORNING, AFTERNOON),
                        DayOfWeek.WEDNESDAY, List.of(MORNING, AFTERNOON),
                        DayOfWeek.SATURDAY, List.of(MORNING)));
    }

    @Test
    void partsDaysAtMidnight() {
        assertThat(WeeklySpans.read("24/7").orElseThrow().days().values())
                .hasSize(7)
                .containsOnly(List.of(new Span(0, 24 * 60)));
    }

    @Test
    void tellsMinutesThatAreNoHundredthOfAnHour() {
        assertThat(WeeklySpans.read("Mo 09:10-10:00").orElseThrow().days())
                .isEqualTo(Map.of(DayOfWeek.MONDAY, List.of(new Span(550, 600))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sur rendez-vous",
                "Mo 09:00-12:00; Mo 10:00-11:00",
                "Mo[1] 09:00-12:00",
                "Mo-Fr 22:00-02:00",
                "Mo off",
                "PH off; Mo 09:00-12:00",
            })
    void readsNothingThatIsInDoubt(String text) {
        assertThat(WeeklySpans.read(text)).isEmpty();
    }
}
