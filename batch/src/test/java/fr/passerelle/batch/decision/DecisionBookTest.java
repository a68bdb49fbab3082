package fr.passerelle.batch.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.batch.fixture.Import;
import fr.passerelle.schemas.event.DecisionKind;
import fr.passerelle.schemas.event.DecisionRecorded;
import fr.passerelle.schemas.fault.RunRefused;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionBookTest {

    @Test
    void makesTheSpacesOfItsTextsSingle() {
        assertThat(draft("  Commission\u00a0 permanente\n", "c-12").getOrgan()).isEqualTo("Commission permanente");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mme Durand", "maire@exemple.fr", "06 12 34 56 78", "2 55 12 02 691 123 45"})
    void refusesAnOrganThatIsAPerson(String organ) {
        refused(organ, "c-12")
                .hasMessageContaining("L'organe semble désigner une personne")
                .hasMessageNotContaining(organ);
    }

    @Test
    void refusesATextWithoutEnd() {
        refused("a".repeat(1_001), "c-12").hasMessageContaining("dépasse 1000 caractères");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"c-0", "abc-123456789012", "c-aed74b4c26d5fbbda2aafd50", "2f1d7f0e-3c1b-4a39-9f0e-0a1b2c3d4e5f"})
    void takesAnOpaqueAccount(String account) {
        assertThatCode(() -> draft("Commission permanente", account)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "jean-dupont", "c-jeanmariededupontmartine", "jdupont",
                "j.dupont@exemple.fr", "c-", "C-12", "c-12 "
            })
    void refusesAnAccountThatMayBeAName(String account) {
        refused("Commission permanente", account).hasMessageContaining("Le compte doit être opaque");
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> refused(String organ, String account) {
        return assertThatThrownBy(() -> draft(organ, account))
                .isInstanceOfSatisfying(
                        RunRefused.class,
                        refused -> assertThat(refused.isWrongUse()).isTrue());
    }

    private static DecisionRecorded.Builder draft(String organ, String account) {
        return DecisionBook.draft(Import.decision("200000001", DecisionKind.NOTIFIED)
                .setOrgan(organ)
                .setAccount(account));
    }
}
