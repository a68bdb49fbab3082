package fr.passerelle.envelope.implantation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.envelope.implantation.StopArea.StopHost;
import fr.passerelle.rules.explanation.AnyFacts;
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
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.PublicPlace;
import fr.passerelle.schemas.event.RoomInventoried;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** From what a run publishes to where stops could stand. */
class StopAreasTest {

    private static final int CASES = 60;
    private static final Bareme BAREME = Baremes.load("2017-05");
    private static final int RADIUS = BAREME.jeuDeRegles().conversion().proximityRadiusMetres();

    @RepeatedTest(CASES)
    void countsTodaysRuleAsItsPlanDoes(RepetitionInfo repetition) {
        EpciFacts facts = new AnyFacts(Seeds.random(repetition)).facts();
        Published published = Published.of(facts);

        StopArea area = published.area(List.of());

        assertThat(area.reach(area.byRule(), RADIUS).near())
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
        return DecisionRecorded.newBuilder()
                .setSubject("room:" + etape.getRoomId())
                .setEpci(Facts.SIREN)
                .setKind(kind)
                .setOrgan("Commission permanente")
                .setAct("2017-1")
                .setDecidedOn(LocalDate.parse(day))
                .setRole("instruction")
                .setAccount("c-1")
                .setMotive("Essai")
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
