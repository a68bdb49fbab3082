package fr.passerelle.schemas.bareme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.schemas.event.IndicateurName;
import fr.passerelle.schemas.yaml.InvalidYaml;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaremesTest {

    /** Such as a run of before these rules carries: it goes on without them, but nobody may use it anew. */
    @Test
    void readsTheTextOfARunThatKnewLessRules(@TempDir Path folder) throws IOException {
        String text = Baremes.load(Baremes.DEFAULT)
                .text()
                .replaceFirst("(?s)\nprogrammation:.*", "")
                .lines()
                .filter(line -> !line.matches(
                        " +(duree_presence|cout_par_an|mois_recents_minimum|presences_minimum|presences_atteignables"
                                + "|presences_multiple):.*"))
                .collect(Collectors.joining("\n"));

        JeuDeRegles rules = Baremes.read(text).jeuDeRegles();

        assertThat(rules.conversion().presenceHours()).isZero();
        assertThat(rules.conversion().animateur().costAYear()).isZero();
        assertThat(rules.signalements().recentMonthsLeast()).isZero();
        assertThat(rules.signalements().presencesLeast()).isZero();
        assertThat(rules.robustesse().reachablePresences()).isEqualTo(20_000);
        assertThat(Baremes.read(text).programmation()).isEmpty();
        assertThat(Baremes.read(text).tournees()).isEmpty();
        Path file = Files.writeString(folder.resolve("bareme.yaml"), text);
        assertThatExceptionOfType(InvalidYaml.class)
                .isThrownBy(() -> Baremes.load(file.toString()))
                .withMessageContainingAll("duree_presence", "presences_multiple", "programmation", "tournees");
    }

    @Test
    void readsEveryShippedOne() {
        assertThat(Baremes.shipped())
                .contains(Baremes.DEFAULT)
                .allSatisfy(id -> assertThat(Baremes.load(id).id()).isEqualTo(id));
    }

    @Test
    void readsSinceWhenItApplies() {
        assertThat(Baremes.load("2017-05").inForce()).isEqualTo(LocalDate.of(2017, 5, 1));
    }

    @Test
    void readsAFileAsWindowsSavesIt(@TempDir Path folder) throws IOException {
        String shipped = Baremes.load("2017-05").text();
        Path file = Files.writeString(folder.resolve("essai.yaml"), "\uFEFF" + shipped.replace("\n", "\r\n"));

        Bareme read = Baremes.load(file.toString());

        assertThat(read.jeuDeRegles()).isEqualTo(Baremes.load("2017-05").jeuDeRegles());
        assertThat(Baremes.read(read.text())).isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# Vu avec Mme Dupont",
                "# rappeler le 0647115893",
                "# jeanne.martin@exemple.fr, 2 85 05 80 123 456"
            })
    void refusesAFileThatNamesSomebodyEvenInARemark(String remark, @TempDir Path folder) throws IOException {
        String text = Baremes.load("2017-05").text();
        Path file = Files.writeString(folder.resolve("essai.yaml"), text + remark + "\n");

        assertThatThrownBy(() -> Baremes.load(file.toString()))
                .isInstanceOf(InvalidYaml.class)
                .hasMessageContaining("ligne " + (text.lines().count() + 1))
                .hasMessageContaining("semble nommer quelqu'un");
        assertThat(Baremes.read(text + remark)).as("on a log it stays").isNotNull();
    }

    @Test
    void readsWhatTheRegionVoted() {
        Reglement reglement = Baremes.load("2017-05").reglement();

        assertThat(reglement.etude().rate()).isEqualByComparingTo("0.80");
        assertThat(reglement.etude().ceiling()).isEqualByComparingTo("10000");
        assertThat(reglement.investissement().base()).isEqualByComparingTo("30000");
        assertThat(reglement.fonctionnement())
                .extracting(Reglement.Taux::ceiling)
                .containsExactly(new BigDecimal("45000"), new BigDecimal("30000"), new BigDecimal("15000"));
        assertThat(reglement.recettesDeduites()).isFalse();
    }

    @Test
    void readsTheRulesOfScores() {
        JeuDeRegles jeu = Baremes.load("2017-05").jeuDeRegles();

        assertThat(jeu.threshold()).isEqualTo(50);
        assertThat(jeu.indicateurs())
                .extracting(JeuDeRegles.IndicateurRule::name)
                .containsExactly(IndicateurName.values());
        assertThat(jeu.indicateurs())
                .extracting(JeuDeRegles.IndicateurRule::weight)
                .containsExactly(40, 25, 15, 10, 10);
        assertThat(jeu.besoin().sessionFloors()).hasSize(4);
        assertThat(jeu.conversion().functions().fablabSurface()).isEqualByComparingTo("72");
    }

    @Test
    void readsTheTextOfARunAsTheFileItCameFrom() {
        Bareme shipped = Baremes.load("2017-05");

        assertThat(Baremes.read(shipped.text())).isEqualTo(shipped);
        assertThat(shipped.sha256()).matches("[0-9a-f]{64}");
    }

    @Test
    void readsAFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("essai.yaml"), Baremes.load("2017-05").text());

        assertThat(Baremes.load(file.toString())).isEqualTo(Baremes.load("2017-05"));
    }

    @Test
    void saysWhichAreShippedWhenThereIsNone() {
        assertThatThrownBy(() -> Baremes.load("2016-01"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Barème introuvable : « 2016-01 » n'est ni un fichier lisible, ni un barème livré (2017-05,"
                        + " 2018-01)");
    }

    @Test
    void refusesAFileThatIsNotUtf8(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("latin.yaml"), "titre: été".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> Baremes.load(file.toString())).hasMessageContaining("n'est pas en UTF-8");
    }

    @Test
    void tellsWhatWasVotedFromAnIllustration() {
        assertThat(Baremes.load("2017-05").isIllustration()).isFalse();
        assertThat(Baremes.load("2018-01").isIllustration()).isTrue();
    }
}
