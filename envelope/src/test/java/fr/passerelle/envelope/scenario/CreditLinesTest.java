package fr.passerelle.envelope.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.passerelle.envelope.rule.Credits.BudgetCell;
import fr.passerelle.envelope.rule.Credits.Credit;
import fr.passerelle.envelope.rule.Credits.EquityRow.HighNeedShare;
import fr.passerelle.envelope.rule.Credits.EquityRow.OpeningFloor;
import fr.passerelle.schemas.event.LigneCredit;
import fr.passerelle.schemas.event.Objectif;
import fr.passerelle.schemas.event.Valeur;
import fr.passerelle.sources.reject.UnusableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** The file of the credits, and what a scenario froze of it. */
class CreditLinesTest {

    private static final String HEADER = "nature;annee;ligne;montant;report;departement;minimum\n";
    private static final String GOOD = """
        CREDIT;2018;INVESTISSEMENT;1000000.50;oui;;
        CREDIT;2019;INVESTISSEMENT;500000;;;
        PROMIS_AILLEURS;2018;INVESTISSEMENT;200000;;;
        OUVERTURES_MINIMUM;;;;;02;2
        PART_BESOIN_ELEVE;;;;;;40
        """;

    @TempDir
    private Path folder;

    @Test
    void readsCreditsPromisesAndEquity() throws IOException {
        var credits = read(HEADER + GOOD).credits();

        var first = new BudgetCell(2018, LigneCredit.INVESTISSEMENT);
        var second = new BudgetCell(2019, LigneCredit.INVESTISSEMENT);
        assertThat(credits.byCell().values())
                .containsExactly(
                        new Credit(first, 100_000_050, 20_000_000, true), new Credit(second, 50_000_000, 0, false));
        assertThat(credits.equity()).containsExactly(new OpeningFloor("02", 2), new HighNeedShare(4_000));
    }

    @Test
    void givesATextThatIsAFileOfTheSameCredits() throws IOException {
        var read = read(HEADER + GOOD);

        assertThat(CreditLines.of(read.text())).isEqualTo(read);
        assertThat(read(read.text())).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        CREDIT;2018;INVESTISSEMENT;-1;;; | Colonne « montant »
        CREDIT;1999;INVESTISSEMENT;1;;; | Colonne « annee »
        CREDIT;2101;INVESTISSEMENT;1;;; | Colonne « annee »
        CREDIT;2018;SALAIRES;1;;; | Colonne « ligne »
        SUBVENTION;2018;ETUDE;1;;; | Colonne « nature »
        CREDIT;2018;INVESTISSEMENT;;;; | CREDIT demande une année, une ligne et un montant.
        CREDIT;2018;INVESTISSEMENT;1;;02; | CREDIT n'a ni département ni minimum
        PROMIS_AILLEURS;2020;ETUDE;5;oui;; | PROMIS_AILLEURS n'a pas de report
        PROMIS_AILLEURS;2020;ETUDE;50.01;;; | 50.01 € sont promis ailleurs, plus que les 50.00 € votés
        PROMIS_AILLEURS;2021;ETUDE;5;;; | 5.00 € sont promis ailleurs, plus que les 0 € votés
        CREDIT;2020;ETUDE;7;;; | la ligne 2 dit déjà la même chose
        OUVERTURES_MINIMUM;;;;;99;1 | « 99 » n'est pas un département de la région.
        OUVERTURES_MINIMUM;;;;;Aisne;1 | Colonne « departement »
        OUVERTURES_MINIMUM;;;;;02; | OUVERTURES_MINIMUM demande un département et un minimum.
        OUVERTURES_MINIMUM;;;;;02;-1 | Colonne « minimum »
        OUVERTURES_MINIMUM;2018;;;;02;1 | OUVERTURES_MINIMUM n'a ni année
        PART_BESOIN_ELEVE;;;;;;101 | de 0 à 100, en pour cent
        PART_BESOIN_ELEVE;;;;;02;10 | PART_BESOIN_ELEVE n'a que son minimum
        CREDIT;2018;INVESTISSEMENT | 3 cellules au lieu de 7
        CREDIT;2018;INVESTISSEMENT;1;;;;; | 9 cellules au lieu de 7
        """)
    void refusesTheWholeFileAndSaysWhichLine(String row, String fault) {
        assertThatExceptionOfType(UnusableFile.class)
                .isThrownBy(() -> read(HEADER + "CREDIT;2020;ETUDE;50;;;\n" + row + "\n"))
                .satisfies(refused -> assertThat(refused.shown())
                        .startsWith("Le fichier « credits.csv », ligne 3 : ")
                        .contains(fault)
                        .doesNotContain("\n"));
    }

    @Test
    void saysEachFaultOnItsOwnLine() {
        assertThatExceptionOfType(UnusableFile.class)
                .isThrownBy(() -> read(HEADER + "CREDIT;2018;ETUDE;-5;;;\nCREDIT;2019;AUTRE;5;;;\n"))
                .satisfies(refused -> assertThat(refused.shown().lines())
                        .satisfiesExactly(
                                first -> assertThat(first).contains("ligne 2 : "),
                                second -> assertThat(second).contains("ligne 3 : ")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        nature;annee;ligne;montant;report;departement | minimum
        nature;annee;ligne;montant;report;departement;minimum;nom_agent | nom_agent
        """)
    void refusesAHeaderThatIsNotTheSchemas(String header, String column) {
        assertThatExceptionOfType(UnusableFile.class)
                .isThrownBy(() -> read(header + "\nCREDIT;2018;ETUDE;5;;;;\n"))
                .satisfies(refused -> assertThat(refused.shown()).contains(column));
    }

    @Test
    void refusesAFileThatVotesNothingOrYearsThatAreOverAlone() {
        assertThatExceptionOfType(UnusableFile.class)
                .isThrownBy(() -> read(HEADER + "OUVERTURES_MINIMUM;;;;;02;2\n"))
                .withMessageContaining("ne vote aucun crédit");
        assertThatExceptionOfType(UnusableFile.class)
                .isThrownBy(() -> read(HEADER + "CREDIT;2016;ETUDE;50;oui;;\n"))
                .withMessageContaining("ne vote que des années passées : dans la situation de 2017-10, rien ne peut"
                        + " plus être payé avant 2017");
    }

    private CreditLines read(String text) throws IOException {
        return CreditLines.read(Files.writeString(folder.resolve("credits.csv"), text), YearMonth.of(2017, 10));
    }

    private static final ScenarioManifest CREDITS =
            new ScenarioManifest(1, "ab", "cd", "2017-10", "ef", Valeur.HABITANTS, 2L, null, null, List.of());

    private static final ScenarioManifest STOPS =
            new ScenarioManifest(1, "ab", "cd", "2017-10", null, null, null, Objectif.NOMBRE, 12, List.of("200000001"));

    /** What machines and the database are told of it is what it froze, and nothing that follows of it. */
    @Test
    void isAboutCreditsOrAboutStopsAndIsKeptAsItsComponents() {
        assertThat(CREDITS.kind()).isEqualTo("ENVELOPPE");
        assertThat(STOPS.kind()).isEqualTo("IMPLANTATION");
        assertThat(CREDITS.inputs()).containsExactly(Map.entry("credits", "ef"));
        assertThat(STOPS.inputs()).isEmpty();
        assertThat(CREDITS.hash()).isNotEqualTo(STOPS.hash());

        String kept = JsonMapper.shared().writeValueAsString(STOPS);

        assertThat(JsonMapper.shared().readValue(kept, ScenarioManifest.class)).isEqualTo(STOPS);
        assertThat(kept).contains("creditsHash").doesNotContain("kind", "inputs", "about");
    }
}
