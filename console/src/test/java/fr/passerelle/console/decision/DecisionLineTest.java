package fr.passerelle.console.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import fr.passerelle.console.decision.DecisionPages.DecisionLine;
import fr.passerelle.console.page.PageTexts;
import fr.passerelle.console.reading.DecisionTable.RecordedDecision;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.current.PublishedResults.PublishedRun;
import fr.passerelle.rules.explanation.Proposals;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.event.DecisionKind;
import fr.passerelle.schemas.event.DecisionRecorded;
import fr.passerelle.schemas.event.RoomInventoried;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DecisionLineTest {

    @Test
    void leadsToTheRoomWhileItIsInventoried() {
        assertThat(line("room:R-1").path()).isEqualTo("/salles/R-1");
        assertThat(line("room:R-9").path()).isNull();
        assertThat(line("room:R-9").said().about()).isEqualTo("R-9");
    }

    private static DecisionLine line(String subject) {
        DecisionRecorded decision = new DecisionRecorded();
        decision.setSubject(subject);
        decision.setEpci("200000001");
        decision.setKind(DecisionKind.NOTIFIED);
        decision.setAid(List.of());
        return DecisionLine.of(new RecordedDecision(1, decision, true), published(), mock(PageTexts.class));
    }

    private static PublishedResults published() {
        PublishedRun run =
                new PublishedRun(3, "N-000003", "2017-10", Baremes.load(Baremes.DEFAULT), false, "", Instant.EPOCH);
        return new PublishedResults(
                run,
                Proposals.NONE,
                new TreeMap<>(Map.of("R-1", new RoomInventoried())),
                new TreeMap<>(),
                new TreeMap<>());
    }
}
