package fr.passerelle.rules.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.rules.conversion.ScoredRoom;
import fr.passerelle.rules.conversion.Seating.Conclusion;
import fr.passerelle.rules.explanation.EpciResults.EpciSituation;
import fr.passerelle.rules.frequentation.EpciFacts;
import fr.passerelle.rules.frequentation.RoomFacts;
import fr.passerelle.rules.frequentation.Seeds;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.FrequentationState;
import fr.passerelle.schemas.event.Intercommunalite;
import fr.passerelle.schemas.event.ModeleEconomique;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.schemas.event.SiteDescribed;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A trial judges what it alters and keeps the rest: its answer has to be that of judging everything anew. */
class TrialsPropertiesTest {

    private static final int CASES = 50;

    @RepeatedTest(CASES)
    void answersAsIfAllWereJudgedAnew(RepetitionInfo repetition) {
        Random random = Seeds.random(repetition);
        EpciSituation situation = any(random);

        assertThat(suppositions(situation, random))
                .allSatisfy(supposed -> assertThat(supposed.seated())
                        .isEqualTo(new EpciSituation(supposed.facts(), supposed.rooms(), Facts.AS_OF, Facts.BAREME)
                                .seated()));
    }

    @RepeatedTest(CASES)
    void saysWhetherAConclusionIsAltered(RepetitionInfo repetition) {
        Random random = Seeds.random(repetition);
        EpciSituation situation = any(random);
        Conclusion asItIs = situation.seated();

        assertThat(suppositions(situation, random))
                .allSatisfy(supposed -> assertThat(supposed.alters())
                        .isEqualTo(!supposed.seated().equals(asItIs)));
    }

    private static Stream<EpciSituation> suppositions(EpciSituation situation, Random random) {
        Stream<EpciSituation> scores = situation.rooms().stream()
                .filter(room -> room.frequentation().getState() == FrequentationState.NOTEE)
                .map(room -> situation.supposing(situation.facts(room.id()), otherScore(room, random)));
        Stream<EpciSituation> hostings = situation.rooms().stream().map(room -> otherHosting(situation, room, random));
        Stream<EpciSituation> sites = situation.facts().sites().stream()
                .map(site -> situation.supposing(SiteDescribed.newBuilder(site)
                        .setHosting(AnyFacts.hosting(random))
                        .build()));
        return Stream.of(scores, hostings, sites).flatMap(each -> each);
    }

    private static EpciSituation any(Random random) {
        EpciFacts facts = new AnyFacts(random).facts();
        List<ScoredRoom> rooms = ScoredRoom.of(facts, Facts.AS_OF, Facts.BAREME.jeuDeRegles());
        return new EpciSituation(facts, rooms, Facts.AS_OF, Facts.BAREME);
    }

    private static EpciSituation otherHosting(EpciSituation situation, ScoredRoom room, Random random) {
        RoomFacts known = situation.facts(room.id());
        RoomInventoried other = RoomInventoried.newBuilder(known.room())
                .setHosting(AnyFacts.hosting(random))
                .build();
        return situation.supposing(new RoomFacts(other, known.register()), room.frequentation());
    }

    private static Frequentation otherScore(ScoredRoom room, Random random) {
        int score = random.nextInt(101);
        return Frequentation.newBuilder(room.frequentation())
                .setLow(random.nextInt(score + 1))
                .setScore(score)
                .setHigh(score + random.nextInt(101 - score))
                .build();
    }

    private static final ModeleEconomique MODEL = ModeleEconomique.newBuilder()
            .setSubscriptionPrice(new BigDecimal("25.00"))
            .setSubscriptionsHigh(450)
            .setOtherCharges(new BigDecimal("9500.00"))
            .build();

    /** What an EPCI expects of its tariffs is in no score, no proposal and no aid, whatever receipts the barème deducts. */
    @ParameterizedTest
    @ValueSource(strings = {"false", "true"})
    void moveNothingThatIsPublished(String deducted) {
        Bareme bareme = bareme(deducted);

        assertThat(results(bareme, told().setModele(MODEL))).isEqualTo(results(bareme, told()));
    }

    /** The test above would notice: the receipts that are declared do move the aid where the barème deducts them. */
    @Test
    void areNotTheReceiptsThatAreDeducted() {
        Bareme bareme = bareme("true");

        assertThat(results(bareme, told().setReceipts(new BigDecimal("50000.00"))))
                .isNotEqualTo(results(bareme, told().setModele(MODEL)));
    }

    private static Bareme bareme(String deducted) {
        return Baremes.read(Baremes.load(Baremes.DEFAULT)
                .text()
                .replace("recettes_deduites: {valeur: false", "recettes_deduites: {valeur: " + deducted));
    }

    private static EpciResults results(Bareme bareme, Intercommunalite.Builder told) {
        EpciDescribed epci = EpciDescribed.newBuilder(Facts.epci())
                .setIntercommunalite(told.build())
                .build();
        List<RoomFacts> rooms = List.of(Facts.room("S-1", Facts.twoFunctions(), 50));
        EpciResults results =
                EpciResults.of(new EpciFacts(Facts.SIREN, epci, rooms, List.of(), List.of()), Facts.AS_OF, bareme);
        assertThat(results.plan().orElseThrow().getAidTotal()).isPositive();
        return results;
    }

    private static Intercommunalite.Builder told() {
        return Intercommunalite.newBuilder()
                .setFunctionsWanted(List.of())
                .setCostAnimation1(new BigDecimal("60000.00"))
                .setReceipts(new BigDecimal("1200.00"));
    }
}
