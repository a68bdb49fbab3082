package fr.passerelle.calendar.rule;

import static fr.passerelle.schemas.event.Rythme.HEBDOMADAIRE;
import static fr.passerelle.schemas.event.Rythme.UNE_SEMAINE_SUR_DEUX;
import static fr.passerelle.schemas.event.Rythme.UNE_SEMAINE_SUR_QUATRE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VisitPatternTest {

    @Test
    void partsThreeIntoTwoAndOne() {
        assertThat(VisitPattern.rhythms(3)).containsExactly(UNE_SEMAINE_SUR_DEUX, UNE_SEMAINE_SUR_QUATRE);
    }

    @Test
    void comesEveryWeekAsOftenAsItCan() {
        assertThat(VisitPattern.rhythms(0)).isEmpty();
        assertThat(VisitPattern.rhythms(7)).containsExactly(HEBDOMADAIRE, UNE_SEMAINE_SUR_DEUX, UNE_SEMAINE_SUR_QUATRE);
        assertThat(VisitPattern.rhythms(8)).containsExactly(HEBDOMADAIRE, HEBDOMADAIRE);
    }

    @Test
    void losesNoSession() {
        assertThat(IntStream.rangeClosed(0, 40))
                .allMatch(sessions -> VisitPattern.rhythms(sessions).stream()
                                .mapToInt(VisitPattern::times)
                                .sum()
                        == sessions);
    }
}
