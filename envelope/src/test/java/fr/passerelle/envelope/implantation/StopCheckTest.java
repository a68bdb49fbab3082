package fr.passerelle.envelope.implantation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.passerelle.envelope.implantation.StopArea.StopHost;
import fr.passerelle.rules.explanation.AnyFacts;
import fr.passerelle.rules.explanation.BarePlan;
import fr.passerelle.rules.explanation.EpciResults;
import fr.passerelle.rules.explanation.Facts;
import fr.passerelle.rules.explanation.Proposals;
import fr.passerelle.rules.frequentation.EpciFacts;
import fr.passerelle.rules.frequentation.RoomFacts;
import fr.passerelle.rules.frequentation.Seeds;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.ConversionKind;
import fr.passerelle.schemas.event.DecisionKind;
import fr.passerelle.schemas.event.DecisionRecorded;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Host;
import fr.passerelle.schemas.event.Objectif;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.PublicPlace;
import fr.passerelle.schemas.event.RoomInventoried;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Three communes in a row, five and a half kilometres apart: a stop reaches its own alone, and the seat is in the last. */
class StopCheckTest {

    private static final int RADIUS = 5_000;
    private static final String SIREN = "200000001";
    private static final StopHost NOTIFIED = new StopHost("02001", "A", "P-1", "Mairie", true, true, 8);
    private static final StopHost TODAY = new StopHost("02002", "B", "P-2", "École", false, true, 8);
    private static final StopHost OTHER = new StopHost("02002", "B", "P-3", "Bibliothèque", false, false, 8);

    @Test
    void countsTheInhabitantsNearAStopOrAPointThatStands() {
        StopCheck check = StopCheck.of(question(9, 2), selection(NOTIFIED, OTHER));

        assertThat(check.holds()).isTrue();
        assertThat(check.near()).isEqualTo(100 + 200 + 400);
        assertThat(area(9, 2).reach(List.of(NOTIFIED), RADIUS).worstMetres()).isEqualTo(5_560);
        assertThat(area(9, 2).reach(List.of(), RADIUS).near()).isEqualTo(400);
    }

    @Test
    void refusesAnAnswerThatLeavesAnAreaOut() {
        assertThatIllegalArgumentException().isThrownBy(() -> StopCheck.of(question(9, 2), List.of()));
    }

    @Test
    void refusesAnotherNumberOfStopsAndToMoveWhatWasNotified() {
        assertThat(StopCheck.of(question(9, 1), selection(NOTIFIED, OTHER)).breaches())
                .containsExactly("Intercommunalité 200000001 : 2 étapes au lieu de 1.");
        assertThat(StopCheck.of(question(9, 2), selection(TODAY, OTHER)).breaches())
                .containsExactly("Intercommunalité 200000001 : une étape notifiée manque.");
    }

    @Test
    void refusesAPlaceThatIsNoPossibleHostOrIsThereTwice() {
        StopHost unknown = new StopHost("02001", "A", "P-9", "Ailleurs", false, false, 8);

        assertThat(StopCheck.of(question(9, 2), selection(NOTIFIED, unknown)).holds())
                .isFalse();
        assertThat(StopCheck.of(question(9, 2), selection(NOTIFIED, NOTIFIED)).holds())
                .isFalse();
    }

    @Test
    void asksForTodaysSessionsWhereTheyFit() {
        StopArea tight = area(17, 2);

        assertThat(tight.requiredSessions(2)).isZero();
        assertThat(tight.requiredSessions(3)).isEqualTo(17);
        assertThat(tight.fewestStops()).isEqualTo(3);
        assertThat(area(25, 2).fewestStops()).isOne();
        assertThat(StopCheck.of(
                                new LocationQuestion(List.of(tight), RADIUS, Objectif.NOMBRE, 2),
                                selection(NOTIFIED, OTHER))
                        .breaches())
                .containsExactly("Intercommunalité 200000001 : 2 étapes au lieu d'au moins 3.");
    }

    @Test
    void asksForTheShareThatWasAskedFor() {
        LocationQuestion all = new LocationQuestion(List.of(area(9, 2)), RADIUS, Objectif.COUVERTURE, 1_000);

        assertThat(StopCheck.of(all, selection(NOTIFIED, OTHER)).holds()).isTrue();
        assertThat(StopCheck.of(all, selection(NOTIFIED)).breaches()).contains("500 habitants proches au lieu de 700.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LocationQuestion(List.of(), RADIUS, Objectif.COUVERTURE, 1_001));
    }

    private static LocationQuestion question(int sessions, int quota) {
        return new LocationQuestion(List.of(area(sessions, quota)), RADIUS, Objectif.MEME_NOMBRE, null);
    }

    private static StopArea area(int sessions, int quota) {
        return new StopArea(
                SIREN,
                "CC de l'essai",
                List.of(
                        new Commune("02001", "A", 100, 49.0, 3.0, null),
                        new Commune("02002", "B", 200, 49.05, 3.0, null),
                        new Commune("02003", "C", 400, 49.1, 3.0, null)),
                Set.of("02003"),
                List.of(NOTIFIED, TODAY, OTHER),
                sessions,
                quota);
    }

    private static List<List<StopHost>> selection(StopHost... stops) {
        return List.of(List.of(stops));
    }

    private static final int CASES = 60;
    private static final Bareme BAREME = Baremes.load("2017-05");
    private static final int BY_RULE = BAREME.jeuDeRegles().conversion().proximityRadiusMetres();

    @RepeatedTest(CASES)
    void countsTodaysRuleAsItsPlanDoes(RepetitionInfo repetition) {
        Published published = Published.of(new AnyFacts(Seeds.random(repetition)).facts());

        StopArea area = published.area(List.of());

        assertThat(area.reach(area.byRule(), BY_RULE).near())
                .isEqualTo(published.plan().getProximiteProposed());
        assertThat(area.sessions()).isEqualTo(published.plan().getSessionsAMonth());
        assertThat(area.quota()).isEqualTo((int) published.hosts().distinct().count());
        assertThat(area.pinned()).isEmpty();
        assertThat(area.hosts()).doesNotHaveDuplicates().isSortedAccordingTo(StopHost.ORDER);
    }

    @RepeatedTest(CASES)
    void pinsTheHostOfAnEtapeThatWasNotified(RepetitionInfo repetition) {
        Published published = Published.of(new AnyFacts(Seeds.random(repetition)).facts());

        published.etapes().forEach(etape -> {
            DecisionRecorded notified = act(etape, DecisionKind.NOTIFIED, "2017-11-02");
            DecisionRecorded refused = act(etape, DecisionKind.REFUSED, "2017-12-01");

            assertThat(published.area(List.of(notified)).pinned())
                    .extracting(StopHost::name)
                    .containsExactly(Objects.requireNonNull(etape.getHost()).getName());
            assertThat(published.area(List.of(notified, refused)).pinned()).isEmpty();
        });
    }

    @RepeatedTest(CASES)
    void offersEveryPublicPlaceAndNoSeat(RepetitionInfo repetition) {
        Published published = Published.of(new AnyFacts(Seeds.random(repetition)).facts());
        Plan plan = published.plan();

        assertThat(published.area(List.of()).hosts())
                .extracting(StopHost::id)
                .containsAll(published.epci().getPublicPlaces().stream()
                        .map(PublicPlace::getId)
                        .toList())
                .doesNotContain(Objects.requireNonNullElse(plan.getTiersLieu(), "none"));
    }

    private static DecisionRecorded act(Conversion etape, DecisionKind kind, String day) {
        return BarePlan.decision("room:" + etape.getRoomId(), Facts.SIREN, kind, day)
                .setConversion(ConversionKind.ETAPE_NOMADE.name())
                .build();
    }

    /** What a run publishes of the EPCI of the tests. */
    private record Published(EpciDescribed epci, Map<String, RoomInventoried> rooms, EpciResults results) {

        /** In three communes, of which the second is near the first, with two public places. */
        static Published of(EpciFacts facts) {
            EpciDescribed wider = EpciDescribed.newBuilder(Facts.epci())
                    .setCommunes(List.of(
                            new Commune("02001", "A", 1_000, 49.0, 3.0, null),
                            new Commune("02002", "B", 500, 49.03, 3.0, null),
                            new Commune("02003", "C", 300, 49.1, 3.0, null)))
                    .setPublicPlaces(List.of(
                            new PublicPlace("BIB-1", "BIB", "Bibliothèque", "02002", 49.03, 3.0, 12_00, false),
                            new PublicPlace("RFS-1", "RFS", "France services", "02003", 49.1, 3.0, null, false)))
                    .build();
            return new Published(
                    wider,
                    facts.rooms().stream()
                            .map(RoomFacts::room)
                            .collect(Collectors.toMap(RoomInventoried::getRoomId, Function.identity())),
                    EpciResults.of(
                            new EpciFacts(facts.siren(), wider, facts.rooms(), facts.sites(), facts.decisions()),
                            Facts.AS_OF,
                            BAREME));
        }

        StopArea area(List<DecisionRecorded> decisions) {
            int capacity = BAREME.jeuDeRegles().conversion().maxSessionsAMonth();
            Proposals proposals = Proposals.of(results.scores(), results.conversions(), List.of(plan()));
            return new StopAreas(capacity, proposals, rooms, decisions)
                    .of(List.of(epci))
                    .getFirst();
        }

        Plan plan() {
            return results.plan().orElseThrow();
        }

        Stream<Conversion> etapes() {
            return results.conversions().stream().filter(conversion -> conversion.getHost() != null);
        }

        Stream<String> hosts() {
            return etapes().map(Conversion::getHost).map(Host::getName);
        }
    }
}
