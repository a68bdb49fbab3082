package fr.passerelle.cli.study;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.cli.study.ReplayText.IllustrationCheck;
import fr.passerelle.published.replay.ReplayExamples;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.bareme.Baremes;
import org.junit.jupiter.api.Test;

class ReplayTextTest {

    private static final Bareme VOTED = Baremes.load("2017-05");
    private static final Bareme ILLUSTRATION = Baremes.load("2018-01");

    @Test
    void takesAVotedBaremeOnAnyData() {
        assertThat(check(VOTED, false).refusal(false)).isEmpty();
        assertThat(check(VOTED, true).refusal(false)).isEmpty();
    }

    @Test
    void takesAnIllustrationOnAReconstructionOnlyWhereItIsAccepted() {
        assertThat(check(ILLUSTRATION, true).refusal(true)).isEmpty();
        assertThat(check(ILLUSTRATION, true).refusal(false))
                .hasValueSatisfying(sentence ->
                        assertThat(sentence).contains("« 2018-01 » du rejeu R-000007", "ajoutez --illustration"));
    }

    @Test
    void takesNoIllustrationOnRealDataWhateverIsAccepted() {
        assertThat(check(ILLUSTRATION, false).refusal(false)).isPresent();
        assertThat(check(ILLUSTRATION, false).refusal(true))
                .hasValueSatisfying(sentence -> assertThat(sentence)
                        .contains("sur des données réelles", "./passerelle replay diff R-000007", "un barème voté"));
    }

    private static IllustrationCheck check(Bareme asked, boolean demonstration) {
        return new IllustrationCheck(
                ReplayExamples.completed(asked), ReplayExamples.base(Baremes.load("2017-05"), demonstration));
    }
}
