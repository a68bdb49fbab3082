package fr.passerelle.envelope.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fr.passerelle.envelope.implantation.LocationQuestion;
import fr.passerelle.envelope.implantation.StopArea;
import fr.passerelle.envelope.implantation.StopArea.StopHost;
import fr.passerelle.envelope.implantation.StopCheck.StopSelection;
import fr.passerelle.rules.frequentation.Seeds;
import fr.passerelle.schemas.event.EtapeImplantee;
import fr.passerelle.schemas.event.Implantation;
import fr.passerelle.schemas.event.Objectif;
import fr.passerelle.schemas.event.Preuve;
import fr.passerelle.schemas.fault.RunRefused;
import java.util.List;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Questions small enough to try every answer, and larger ones that two ways have to agree on. */
class LocationSolverPropertiesTest {

    private static final int QUESTIONS = 150;
    private static final int REGIONS = 10;

    @RepeatedTest(QUESTIONS)
    void findsTheOneAnswerThatTryingAllOfThemFinds(RepetitionInfo repetition) {
        AnyQuestion any = AnyQuestion.small(Seeds.random(repetition));
        List<StopArea> areas = any.areas(2);

        for (Objectif objectif : Objectif.values()) {
            LocationQuestion question = any.of(areas, objectif);
            Optional<StopSelection> best = new EverySelection(question).best();

            if (best.isPresent()) {
                assertIs(LocationSolver.solve(question), question, best.get());
            } else {
                assertThatThrownBy(() -> LocationSolver.solve(question)).isInstanceOf(RunRefused.class);
            }
        }
    }

    /** Dynamic programming over EPCIs, and all of them in one model, share the stops out to the same worth. */
    @RepeatedTest(REGIONS)
    void sharesStopsOutAsOneModelOfTheRegionDoes(RepetitionInfo repetition) {
        AnyQuestion any = new AnyQuestion(Seeds.random(repetition), 25, 12);
        List<StopArea> areas = any.areas(6).stream()
                .map(LocationSolverPropertiesTest::withoutSessions)
                .toList();
        LocationQuestion question = any.of(areas, Objectif.NOMBRE);
        WholeRegion region = new WholeRegion(question);

        if (question.number() >= region.pinned()) {
            assertThat(LocationSolver.solve(question).getBound()).isEqualTo(region.mostNear());
        }
    }

    /** Stops that are as good in one EPCI as in another go to the same, too. */
    @RepeatedTest(REGIONS)
    void saysTheSameWhateverTheOrderOfTheEpcis(RepetitionInfo repetition) {
        AnyQuestion any = new AnyQuestion(Seeds.random(repetition), 25, 12);
        List<StopArea> areas = any.areas(6);
        LocationQuestion question = any.of(areas, Objectif.NOMBRE);
        LocationQuestion reversed =
                new LocationQuestion(areas.reversed(), question.radiusMetres(), question.objectif(), question.asked());

        assertThat(answer(reversed)).isEqualTo(answer(question));
    }

    private static Optional<Implantation> answer(LocationQuestion question) {
        try {
            return Optional.of(LocationSolver.solve(question));
        } catch (RunRefused none) {
            return Optional.empty();
        }
    }

    private static StopArea withoutSessions(StopArea area) {
        return new StopArea(area.siren(), area.name(), area.communes(), area.points(), area.hosts(), 0, area.quota());
    }

    private static void assertIs(Implantation answer, LocationQuestion question, StopSelection best) {
        assertThat(answer.getPreuve()).isEqualTo(Preuve.OPTIMAL);
        for (int area = 0; area < question.areas().size(); area++) {
            assertThat(answer.getEpcis().get(area).getEtapes())
                    .as("%s", question)
                    .extracting(EtapeImplantee::getInsee, EtapeImplantee::getHost)
                    .containsExactlyElementsOf(best.of(question.areas().get(area)).stream()
                            .map(LocationSolverPropertiesTest::place)
                            .toList());
        }
    }

    private static Tuple place(StopHost host) {
        return tuple(host.insee(), host.id());
    }
}
