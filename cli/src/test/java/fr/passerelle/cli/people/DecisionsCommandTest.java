package fr.passerelle.cli.people;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.batch.decision.DecisionBook;
import fr.passerelle.published.decision.KnownDecisions.KnownDecision;
import fr.passerelle.published.place.PlaceTable.PlaceNames;
import fr.passerelle.rules.explanation.BarePlan;
import fr.passerelle.schemas.event.DecisionKind;
import fr.passerelle.schemas.event.DecisionRecorded;
import fr.passerelle.schemas.event.Plan;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DecisionsCommandTest {

    private static final PlaceNames NAMES =
            new PlaceNames(Map.of("200000001", "CC A"), Map.of("S-1", "Salle du bourg"), Map.of());

    @Test
    void warnsThatAPlanUnderABaremeThatNobodyVotedIsNoProposal() {
        assertThat(DecisionsCommand.receipt(new DecisionBook.Receipt(notified(), plan(true))))
                .contains("ILLUSTRATION : le barème de ce plan n'a pas été voté, il ne vaut pas proposition.");
        assertThat(DecisionsCommand.receipt(new DecisionBook.Receipt(notified(), plan(false))))
                .noneMatch(line -> line.startsWith("ILLUSTRATION"));
    }

    @Test
    void saysWhatARoomBecomesAndWhereItStands() {
        KnownDecision room = new KnownDecision(
                2,
                false,
                DecisionRecorded.newBuilder(notified().decision())
                        .setSubject("room:S-1")
                        .setConversion("ETAPE_NOMADE")
                        .build());

        assertThat(String.join("\n", DecisionsCommand.lines(List.of(room), NAMES)))
                .startsWith("Décision n° 2 : notifiée, Salle du bourg (S-1), CC A (200000001)\n")
                .contains("étape de médiation nomade");
    }

    private static KnownDecision notified() {
        DecisionRecorded decision = BarePlan.decision(
                        "epci:200000001", "200000001", DecisionKind.NOTIFIED, "2017-12-15")
                .build();
        return new KnownDecision(1, false, decision);
    }

    private static Plan plan(boolean illustration) {
        return BarePlan.of("200000001").setBaremeIllustration(illustration).build();
    }
}
