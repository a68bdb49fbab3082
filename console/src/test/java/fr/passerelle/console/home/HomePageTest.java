package fr.passerelle.console.home;

import static fr.passerelle.console.map.PlanExamples.near;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.change.ChangeLines.ChangeLine;
import fr.passerelle.console.home.HomePage.RunChanges.ChangedEpci;
import java.util.List;
import org.junit.jupiter.api.Test;

class HomePageTest {

    @Test
    void putsFirstThoseWhoseTiersLieuThenWhosePlanChanged() {
        List<ChangedEpci> epcis = ChangedEpci.of(List.of(
                room("Salle 2", "CC A"),
                plan("CC D", true),
                room("Salle 1", "CC A"),
                plan("CC C", false),
                plan("CC B", false),
                room("Salle 3", "CC D")));

        assertThat(epcis).extracting(ChangedEpci::name).containsExactly("CC D", "CC B", "CC C", "CC A");
        assertThat(epcis.getFirst().lines()).extracting(ChangeLine::name).containsExactly("CC D", "Salle 3");
        assertThat(epcis.getLast().lines()).extracting(ChangeLine::name).containsExactly("Salle 1", "Salle 2");
    }

    private static ChangeLine plan(String name, boolean seat) {
        return new ChangeLine(name, name, "/", name, name, true, seat, "modifiée", List.of(), "");
    }

    private static ChangeLine room(String name, String epci) {
        return new ChangeLine(name, name, "/", epci, epci, false, false, "modifiée", List.of(), "");
    }

    @Test
    void tellsAFallInWholePercentOrWithTheDecimalsThatShowIt() {
        assertThat(PendingTasks.fall(near(91_000, 89_400))).isEqualTo("91\u00a0% → 89\u00a0%");
        assertThat(PendingTasks.fall(near(93_400, 93_100))).isEqualTo("93,4\u00a0% → 93,1\u00a0%");
        assertThat(PendingTasks.fall(near(90_240, 90_190))).isEqualTo("90,24\u00a0% → 90,19\u00a0%");
        assertThat(PendingTasks.fall(near(90_040, 90_000))).isEqualTo("90,04\u00a0% → 90\u00a0%");
    }
}
