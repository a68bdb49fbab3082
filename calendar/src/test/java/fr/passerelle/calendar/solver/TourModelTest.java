package fr.passerelle.calendar.solver;

import static fr.passerelle.calendar.rule.TourCases.TERMS;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.calendar.solver.TourModel.Reached;
import fr.passerelle.schemas.event.NiveauAtteint;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class TourModelTest {

    @Test
    void tellsWhatItsAnswerReachesOnALevelThatALaterOneMadeBetter() {
        TourModel model = new TourModel(0, 1, TERMS);
        int changed = model.choice();
        int kept = model.choice();
        model.exactlyOne(List.of(changed, kept));
        model.changes(changed, 1);
        model.drives(changed, 0, 20, 200);
        model.drives(kept, 0, 10, 190);
        BitSet start = new BitSet();
        start.set(changed);

        Reached reached = model.best(start, List.of(1.0, 0.0, 1.0, 1.0));

        assertThat(reached.taken().get(kept)).isTrue();
        assertThat(reached.resolution().getNiveaux())
                .extracting(NiveauAtteint::getValue)
                .containsExactly(0L, 0L, 10L, 0L);
    }
}
