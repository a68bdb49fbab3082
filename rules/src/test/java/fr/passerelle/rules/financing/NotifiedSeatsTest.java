package fr.passerelle.rules.financing;

import static fr.passerelle.rules.financing.Acts.act;
import static fr.passerelle.rules.financing.Acts.carried;
import static fr.passerelle.rules.financing.Acts.notified;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.schemas.event.DecisionKind;
import fr.passerelle.schemas.event.DecisionRecorded;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NotifiedSeatsTest {

    @Test
    void areThoseThatStand() {
        var first = notified("A-1", "2017-12-01", "room:S-1", Map.of()).build();
        var second = notified("A-2", "2018-01-01", "site:T-1", Map.of()).build();

        assertThat(seats(first)).containsExactly("room:S-1");
        assertThat(seats(first, second)).containsExactly("site:T-1");
        assertThat(seats(first, act(DecisionKind.ACCEPTED, "B-1", "2018-02-01").build()))
                .containsExactly("room:S-1");
        assertThat(seats(first, act(DecisionKind.REFUSED, "B-2", "2018-02-01").build()))
                .isEmpty();
    }

    @Test
    void areBothWhereMergedEpcisContradictEachOther() {
        var one = carried(notified("A-1", "2017-12-01", "room:S-1", Map.of()), "200000008");
        var other = carried(notified("A-2", "2017-12-02", "room:S-2", Map.of()), "200000009");

        assertThat(seats(one, other)).containsExactly("room:S-1", "room:S-2");
    }

    private static List<String> seats(DecisionRecorded... decisions) {
        return Notifications.seats(Projects.SIREN, List.of(decisions));
    }
}
