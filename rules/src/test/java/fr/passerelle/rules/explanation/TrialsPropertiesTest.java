package fr.passerelle.rules.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.rules.conversion.ScoredRoom;
import fr.passerelle.rules.conversion.Seating.Conclusion;
import fr.passerelle.rules.explanation.EpciResults.EpciSituation;
import fr.passerelle.rules.frequentation.EpciFacts;
import fr.passerelle.rules.frequentation.RoomFacts;
import fr.passerelle.rules.frequentation.Seeds;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.FrequentationState;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.schemas.event.SiteDescribed;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

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
}
