package fr.passerelle.rules.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.rules.conversion.ScoredRoom;
import fr.passerelle.rules.conversion.ScoredRooms;
import fr.passerelle.rules.frequentation.EpciFacts;
import fr.passerelle.rules.frequentation.Seeds;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.FrequentationState;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** A trial judges what it alters and keeps the rest: its answer has to be that of judging everything anew. */
class TrialsPropertiesTest {

    private static final int CASES = 50;
    private static final Bareme BAREME = Baremes.load("2017-05");

    @RepeatedTest(CASES)
    void answersAsIfAllWereJudgedAnew(RepetitionInfo repetition) {
        Random random = Seeds.random(repetition);
        Situation situation = any(random);

        assertThat(situation.rooms())
                .filteredOn(room -> room.frequentation().getState() == FrequentationState.NOTEE)
                .allSatisfy(room -> {
                    Situation supposed = situation.supposing(situation.facts(room.id()), otherScore(room, random));

                    assertThat(supposed.seated()).isEqualTo(afresh(supposed).seated());
                });
    }

    @RepeatedTest(CASES)
    void answersTheSameObjectWhereNothingIsAltered(RepetitionInfo repetition) {
        Situation situation = any(Seeds.random(repetition));

        assertThat(situation.seated()).isSameAs(situation.seated());
    }

    private static Situation any(Random random) {
        EpciFacts facts = new AnyFacts(random).facts();
        List<ScoredRoom> rooms = ScoredRooms.of(facts, Facts.AS_OF, BAREME.jeuDeRegles());
        return new Situation(facts, rooms, Facts.AS_OF, BAREME);
    }

    private static Situation afresh(Situation supposed) {
        return new Situation(supposed.facts(), supposed.rooms(), Facts.AS_OF, BAREME);
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
