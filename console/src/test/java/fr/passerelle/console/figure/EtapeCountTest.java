package fr.passerelle.console.figure;

import static fr.passerelle.console.map.PlanExamples.room;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.figure.AreaFigures.EtapeCount;
import fr.passerelle.console.map.Mark;
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
            .setEtapes(2)
            .build();

    private final EtapeCount count = EtapeCount.of(List.of(PLAN));

    @Test
    void countsOneAPlaceAndTheRoomsThatShareThem() {
        assertThat(count.all()).isEqualTo(2);
        assertThat(count.rooms()).isEqualTo(3);
    }

    @Test
    void leavesItsMarkToARoomThatNobodyConcludedOn() {
        assertThat(count.byMark()).isEqualTo(Map.of(Mark.ETAPE_NOMADE, 2, Mark.A_INSTRUIRE, 1));
        assertThat(count.marked()).isEqualTo(2);
        assertThat(count.otherwise()).isEqualTo(1);
    }

    @Test
    void isZeroWithoutAnyEtape() {
        assertThat(EtapeCount.of(List.of(BarePlan.of("1").build()))).isEqualTo(new EtapeCount(0, 0, Map.of()));
    }

    private static PlanRoom becoming(String id, Candidature candidature) {
        return room(id).setKind(ConversionKind.ETAPE_NOMADE)
                .setCandidature(candidature)
                .build();
    }
}
