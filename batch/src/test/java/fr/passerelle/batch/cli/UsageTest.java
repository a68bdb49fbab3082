package fr.passerelle.batch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class UsageTest {

    @Test
    void explainsItselfInFrench() {
        Said help = Said.by("nightly", "--help");

        assertThat(help.code()).isZero();
        assertThat(help.out()).contains("Usage :", "L'inventaire des salles, entier.");
    }

    @Test
    void namesTheMissingWords() {
        Said said = Said.by("nightly", "--rooms", "salles.csv");

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("Il manque : --attendance.", "./passerelle nightly --help");
    }

    @Test
    void refusesAMonthThatIsNone() {
        Said said = Said.by("nightly", "--rooms", "a", "--attendance", "b", "--as-of", "2017-13");

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("« 2017-13 » n'est pas un mois AAAA-MM.");
    }

    @Test
    void refusesARunThatIsNone() {
        Said said = Said.by("restart", "demain");

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("« demain » n'est pas une exécution");
    }

    @Test
    void explainsRemindersAndWithdrawals() {
        assertThat(Said.by("relances", "--help").out()).contains("--csv", "une lettre par intercommunalité");
        assertThat(Said.by("withdraw", "--help").out()).contains("EMPREINTE", "--reason");
        assertThat(Said.by("files", "--help").out()).contains("--json");
    }

    @Test
    void refusesAWithdrawalWithoutAReason() {
        Said said = Said.by("withdraw", "0123456789ab", "--reason", "  ");

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("--reason").doesNotContain("\tat ");
    }

    @Test
    void saysWithinSecondsThatNoServerIsThereAndWhatToStart() {
        Instant begun = Instant.now();

        Said said = Said.by("runs", "--passerelle.postgres.url=jdbc:postgresql://127.0.0.1:9/passerelle");

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err())
                .contains("La base PostgreSQL ne répond pas", "./passerelle up")
                .doesNotContain("\tat ");
        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(20));
    }
}
