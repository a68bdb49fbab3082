package fr.passerelle.console.home;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.rules.explanation.BarePlan;
import fr.passerelle.schemas.event.Plan;
import org.junit.jupiter.api.Test;

class PendingTasksTest {

    @Test
    void tellsAFallInWholePercent() {
        assertThat(PendingTasks.fall(near(91_000, 89_400))).isEqualTo("91\u00a0% → 89\u00a0%");
    }

    @Test
    void tellsAFallThatWholePercentDoNotShowWithTheDecimalsThatDo() {
        assertThat(PendingTasks.fall(near(93_400, 93_100))).isEqualTo("93,4\u00a0% → 93,1\u00a0%");
        assertThat(PendingTasks.fall(near(90_240, 90_190))).isEqualTo("90,24\u00a0% → 90,19\u00a0%");
        assertThat(PendingTasks.fall(near(90_040, 90_000))).isEqualTo("90,04\u00a0% → 90\u00a0%");
    }

    private static Plan near(int today, int proposed) {
        return BarePlan.of("1")
                .setPopulation(100_000)
                .setProximiteToday(today)
                .setProximiteProposed(proposed)
                .build();
    }
}
