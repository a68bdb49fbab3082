package fr.passerelle.calendar.rule;

import static fr.passerelle.schemas.event.Rythme.HEBDOMADAIRE;
import static fr.passerelle.schemas.event.Rythme.UNE_SEMAINE_SUR_DEUX;
import static fr.passerelle.schemas.event.Rythme.UNE_SEMAINE_SUR_QUATRE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VisitRhythmsTest {

    @Test
    void partsThreeIntoTwoAndOne() {
        assertThat(VisitRhythms.of(3)).containsExactly(UNE_SEMAINE_SUR_DEUX, UNE_SEMAINE_SUR_QUATRE);
    }

    @Test
    void comesEveryWeekAsOftenAsItCan() {
        assertThat(VisitRhythms.of(0)).isEmpty();
        assertThat(VisitRhythms.of(7)).containsExactly(HEBDOMADAIRE, UNE_SEMAINE_SUR_DEUX, UNE_SEMAINE_SUR_QUATRE);
        assertThat(VisitRhythms.of(8)).containsExactly(HEBDOMADAIRE, HEBDOMADAIRE);
    }

    @Test
    void losesNoSession() {
        assertThat(IntStream.rangeClosed(0, 40))
                .allMatch(sessions -> VisitRhythms.of(sessions).stream()
                                .mapToInt(VisitRhythms::times)
                                .sum()
                        == sessions);
    }
}
