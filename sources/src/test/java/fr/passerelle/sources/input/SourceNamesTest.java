package fr.passerelle.sources.input;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourceNamesTest {

    private static final String SHA256 = "0123456789abcdef".repeat(4);

    private final SourceNames names = new SourceNames();

    @Test
    void callsAFileByItsPlainWordsItsHashOrItsMapping() {
        assertThat(names.ofFile("frequentation-2017.csv", () -> SHA256)).isEqualTo("frequentation-2017.csv");
        assertThat(names.ofFile("releves_mme_kowalczyk.csv", () -> SHA256)).isEqualTo("fichier-01234567");
        assertThat(names.of("newcastle-visites")).isEqualTo("newcastle-visites");
    }

    @Test
    void givesEachSourceItsOwnName() {
        names.ofFile("frequentation.csv", () -> SHA256);

        assertThat(names.ofFile("frequentation.csv", () -> SHA256)).isEqualTo("frequentation-2.csv");
        assertThat(names.ofFile("frequentation.csv", () -> SHA256)).isEqualTo("frequentation-3.csv");
        assertThat(names.of("visites")).isEqualTo("visites");
        assertThat(names.of("visites")).isEqualTo("visites-2");
    }
}
