package fr.passerelle.published.map;

import static fr.passerelle.published.map.PlanExamples.etape;
import static fr.passerelle.published.map.PlanExamples.published;
import static fr.passerelle.published.map.PlanExamples.room;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.rules.explanation.BarePlan;
import fr.passerelle.schemas.event.Candidature;
import fr.passerelle.schemas.event.ConversionKind;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.PlanRoom;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EtapeCountTest {

    private static final Plan PLAN = BarePlan.of("1")
            .setRooms(List.of(
                    becoming("A", Candidature.SOUS_LE_SEUIL),
                    becoming("B", Candidature.A_INSTRUIRE),
                    becoming("C", Candidature.CANDIDATE)))
            .setEtapes(3)
            .build();

    private final EtapeCount count = EtapeCount.of(
            List.of(PLAN),
            published(List.of(PLAN), List.of(etape("A", "A"), etape("B", null), etape("C", "A")), List.of()));

    @Test
    void countsOneARoomAndAPlaceThatSomeShareOnce() {
        assertThat(count.all()).isEqualTo(3);
        assertThat(count.places()).isEqualTo(2);
    }

    @Test
    void leavesItsMarkToARoomThatNobodyConcludedOn() {
        assertThat(count.byMark()).isEqualTo(Map.of(Mark.ETAPE_NOMADE, 2, Mark.A_INSTRUIRE, 1));
        assertThat(count.marked()).isEqualTo(2);
        assertThat(count.otherwise()).isEqualTo(1);
    }

    @Test
    void isZeroWithoutAnyEtape() {
        assertThat(EtapeCount.of(List.of(BarePlan.of("1").build()), published()))
                .isEqualTo(new EtapeCount(0, 0, Map.of()));
    }

    private static PlanRoom becoming(String id, Candidature candidature) {
        return room(id).setKind(ConversionKind.ETAPE_NOMADE)
                .setCandidature(candidature)
                .build();
    }
}
