package fr.passerelle.sheets.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.rules.explanation.EpciResults;
import fr.passerelle.rules.explanation.Facts;
import fr.passerelle.rules.frequentation.EpciFacts;
import fr.passerelle.rules.frequentation.RoomFacts;
import fr.passerelle.rules.trace.Rule;
import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Fonction;
import fr.passerelle.schemas.event.Hosting;
import fr.passerelle.schemas.event.Intercommunalite;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.Unite;
import fr.passerelle.sheets.explanation.SeatPart.SeatPrecedence;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Why the seat is here and not at the place that comes next, as the search for it wrote it down. */
class SeatPrecedenceTest {

    @Test
    void readsTheFunctionsThatTheEpciWants() {
        assertThat(SeatPrecedence.of(plan(wanting(Fonction.COWORKING), three(), Facts.twoFunctions())))
                .contains(precedence(SeatPrecedence.Criterion.FONCTIONS_VOULUES, 1, 0));
    }

    @Test
    void readsTheFunctionsConfirmed() {
        assertThat(SeatPrecedence.of(plan(wanting(), three(), Facts.twoFunctions())))
                .contains(precedence(SeatPrecedence.Criterion.FONCTIONS_CONFIRMEES, 3, 2));
    }

    /** What separates by score is written by the rule that compares bounds. */
    @Test
    void readsTheScores() {
        Plan plan = plan(wanting(), three(), Facts.twoFunctions());
        plan.setTrace(List.of(Steps.decided(
                Rule.EX_AEQUO,
                "epci:" + Facts.SIREN,
                "FOURCHETTES_DISJOINTES",
                Steps.text("lieu_2", "room:S-2", Unite.CODE),
                Steps.whole("note_1", 68, Unite.POINTS),
                Steps.whole("note_2", 52, Unite.POINTS))));

        assertThat(SeatPrecedence.of(plan)).contains(precedence(SeatPrecedence.Criterion.NOTE, 68, 52));
    }

    @Test
    void isEmptyWhereThereIsNoSecondCandidateOrNoSeat() {
        Hosting.Builder one = Facts.mediation().setAnimateurEtpHundredths(0);

        assertThat(SeatPrecedence.of(plan(wanting(), three(), one))).isEmpty();
        assertThat(SeatPrecedence.of(plan(wanting(), Facts.twoFunctions(), Facts.twoFunctions())))
                .isEmpty();
    }

    private static SeatPrecedence precedence(SeatPrecedence.Criterion criterion, int first, int second) {
        return new SeatPrecedence(criterion, "room:S-2", first, second);
    }

    private static Hosting.Builder three() {
        return Facts.twoFunctions()
                .setSurfaceM2Hundredths(40_00)
                .setMeasuredMbitsHundredths(30_00)
                .setOwnerAgreement(true)
                .setStepFreeAccess(true);
    }

    private static EpciDescribed wanting(Fonction... functions) {
        return EpciDescribed.newBuilder(Facts.epci())
                .setIntercommunalite(Intercommunalite.newBuilder()
                        .setFunctionsWanted(List.of(functions))
                        .build())
                .build();
    }

    private static Plan plan(EpciDescribed epci, Hosting.Builder first, Hosting.Builder second) {
        EpciFacts facts = new EpciFacts(
                Facts.SIREN,
                epci,
                List.of(
                        new RoomFacts(Facts.room("S-1", first.build()), Facts.monthly(50)),
                        new RoomFacts(Facts.room("S-2", second.build()), Facts.monthly(50))),
                List.of(),
                List.of());
        return EpciResults.of(facts, Facts.AS_OF, Baremes.load("2017-05"))
                .plan()
                .orElseThrow();
    }
}
