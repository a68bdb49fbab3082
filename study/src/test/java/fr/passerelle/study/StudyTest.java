package fr.passerelle.study;

import static fr.passerelle.study.Study.State.ADOPTED;
import static fr.passerelle.study.Study.State.COMPUTED;
import static fr.passerelle.study.Study.State.DISCARDED;
import static fr.passerelle.study.Study.State.PLANNED;
import static fr.passerelle.study.Study.State.REPLACED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.passerelle.schemas.contract.Sha256;
import fr.passerelle.schemas.contract.StudyLog;
import fr.passerelle.schemas.fault.RunRefused;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The life of any study, in the words of one that is adopted and of one that is published. */
class StudyTest {

    private static final OffsetDateTime MORNING = OffsetDateTime.of(2018, 1, 8, 9, 0, 0, 0, ZoneOffset.UTC);

    private static final StudySeries<Asked> SCENARIOS = new StudySeries<>(
            "S",
            Asked.class,
            StudyLog.SCENARIOS,
            true,
            new StudySeries.Words(
                    "scénario", "enveloppe", "adopt", "s'adopte", "ADOPT", "crédits", "ne peut plus être calculé"));

    private static final StudySeries<Asked> CALENDARS = new StudySeries<>(
            "T",
            Asked.class,
            StudyLog.CALENDARS,
            false,
            new StudySeries.Words(
                    "calendrier", "tournees", "publi", "se publie", "PUBLISH", "fichiers", "ne tient plus"));

    private record Asked(long run, String resultHash, String baremeHash, String asOf, Map<String, String> inputs)
            implements Question {

        @Override
        public String kind() {
            return "ESSAI";
        }

        @Override
        public String hash() {
            return Sha256.of(toString());
        }
    }

    private static final Map<String, String> INPUTS = Map.of("credits", "100 €");
    private static final Asked ASKED = new Asked(1, "r", "b", "2017-12", Map.of("credits", Sha256.of("100 €")));

    private static Study<Asked> study(StudySeries<Asked> series, Study.State state) {
        return study(series, state, ASKED.hash(), INPUTS);
    }

    private static Study<Asked> study(
            StudySeries<Asked> series, Study.State state, String hash, Map<String, String> inputs) {
        return new Study<>(
                series,
                2,
                state,
                ASKED,
                hash,
                inputs,
                "essai",
                "c-1",
                MORNING,
                state == PLANNED ? null : MORNING,
                null,
                null,
                null);
    }

    @Test
    void isCalledByTheLetterOfItsSeries() {
        assertThat(study(SCENARIOS, PLANNED).id()).isEqualTo("S-000002");
        assertThat(study(CALENDARS, PLANNED).id()).isEqualTo("T-000002");
        assertThat(Arrays.asList("S-000002", "s-2", "2", "T-2", "S-", "deux"))
                .filteredOn(typed -> SCENARIOS.typed().matcher(typed).matches())
                .containsExactly("S-000002", "s-2", "2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        FAILED    | ADOPT   | Le scénario S-000002 n'est pas calculé : « ./passerelle enveloppe run S-000002 » d'abord.
        PLANNED   | ADOPT   | Le scénario S-000002 n'est pas calculé : « ./passerelle enveloppe run S-000002 » d'abord.
        ADOPTED   | DISCARD | Le scénario S-000002 est adopté : il ne s'écarte pas ; adoptez-en un autre à sa place.
        REPLACED  | DISCARD | Le scénario S-000002 a été adopté : il ne s'écarte pas ; adoptez-en un autre à sa place.
        DISCARDED | RUN     | Le scénario S-000002 est écarté : préparez-en un autre (« ./passerelle enveloppe plan »).
        DISCARDED | ADOPT   | Le scénario S-000002 est écarté : il ne s'adopte plus.
        """)
    void saysWhyAVerbIsRefused(Study.State state, Study.Verb verb, String sentence) {
        Study<Asked> scenario = study(SCENARIOS, state);
        Study<Asked> calendar = study(CALENDARS, state);

        assertThat(scenario.refusal(verb)).contains(sentence);
        assertThatExceptionOfType(RunRefused.class)
                .isThrownBy(() -> scenario.require(verb))
                .withMessage(sentence);
        assertThat(calendar.refusal(verb))
                .contains(sentence.replace("scénario S-", "calendrier T-")
                        .replace("enveloppe run S-", "tournees run T-")
                        .replace("enveloppe", "tournees")
                        .replace("s'adopte", "se publie")
                        .replace("adopt", "publi"));
    }

    @Test
    void letsEveryOtherVerbBeAndSaysWhichHasNothingLeftToDo() {
        assertThat(Arrays.stream(Study.State.values())
                        .mapToLong(state -> Arrays.stream(Study.Verb.values())
                                .filter(verb ->
                                        study(SCENARIOS, state).refusal(verb).isPresent())
                                .count())
                        .sum())
                .isEqualTo(7);
        assertThat(done(Study.Verb.RUN)).containsExactly(COMPUTED, ADOPTED, REPLACED, DISCARDED);
        assertThat(done(Study.Verb.ADOPT)).containsExactly(ADOPTED);
        assertThat(done(Study.Verb.DISCARD)).containsExactly(DISCARDED);
    }

    private static Stream<Study.State> done(Study.Verb verb) {
        return Arrays.stream(Study.State.values())
                .filter(state -> study(SCENARIOS, state).isDone(verb));
    }

    @Test
    void refusesWhatIsNotWhatWasFrozen() {
        assertThatCode(study(SCENARIOS, PLANNED)::requireFrozen).doesNotThrowAnyException();
        assertThatExceptionOfType(RunRefused.class)
                .isThrownBy(() -> study(SCENARIOS, PLANNED, "0", INPUTS).requireFrozen())
                .withMessage(
                        "Le scénario S-000002 ne peut plus être calculé : son plan n'est plus celui qui a été figé."
                                + " Écartez-le (« ./passerelle enveloppe discard S-000002 ») et préparez-en un autre.");
        assertThatExceptionOfType(RunRefused.class)
                .isThrownBy(() -> study(SCENARIOS, PLANNED, ASKED.hash(), Map.of("credits", "200 €"))
                        .requireFrozen())
                .withMessageContaining("ses crédits ne sont plus ceux qui ont été figés");
        assertThatExceptionOfType(RunRefused.class)
                .isThrownBy(
                        () -> study(CALENDARS, PLANNED, ASKED.hash(), Map.of()).requireFrozen())
                .withMessage("Le calendrier T-000002 ne tient plus : ses fichiers ne sont plus ceux qui ont été figés."
                        + " Écartez-le (« ./passerelle tournees discard T-000002 ») et préparez-en un autre.");
    }
}
