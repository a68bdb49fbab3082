package fr.passerelle.sheets.form;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.rules.explanation.Origin;
import fr.passerelle.schemas.contract.RecordJson;
import fr.passerelle.sheets.explanation.Fictitious;
import fr.passerelle.sheets.explanation.LegalDocument;
import fr.passerelle.sheets.form.HtmlForm.ColumnWidths;
import fr.passerelle.sheets.french.FrenchNames;
import fr.passerelle.sheets.french.FrenchNumbers;
import fr.passerelle.sheets.french.MentionText;
import fr.passerelle.sheets.french.Textes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same document in each form. */
class FormsTest {

    private static final Document DOCUMENT = new Document(
            "Salle <b>\"d'essai\"</b> & co",
            List.of(
                    new Block.Heading(2, "Données"),
                    new Block.Paragraph("<script>alert(1)</script>"),
                    new Block.Grid("Notes", List.of("Salle", "Note"), List.of(List.of("A", "68 points")))));

    @Test
    void escapesEverythingInAPage() {
        assertThat(DOCUMENT.asHtml())
                .contains("<h1>Salle &lt;b&gt;&quot;d&#39;essai&quot;&lt;/b&gt; &amp; co</h1>")
                .contains("<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>")
                .doesNotContain("<script", "<b>");
    }

    @Test
    void letsNoControlCharacterOut() {
        Document named = new Document(
                "Salle \u001b[2J",
                List.of(new Block.Grid("Notes", List.of("Salle"), List.of(List.of("A\u0007\u009b")))));

        assertThat(named.asHtml()).doesNotContainPattern("[\\p{Cc}&&[^\n]]");
        assertThat(named.asText()).doesNotContainPattern("[\\p{Cc}&&[^\n]]");
        assertThat(Textes.say("sujet.room", Map.of("id", "\u001b[2J"))).isEqualTo("salle  [2J");
    }

    /** They are no characters of XML, which an OpenDocument text and the page of a PDF are. */
    @Test
    void letsNothingOutThatXmlRefuses() {
        Document named = new Document("Salle \uffff", List.of(new Block.Paragraph("A\ufffe\ud800")));

        assertThat(named.asHtml()).doesNotContain("\uffff", "\ufffe", "\ud800");
        assertThat(named.asPdf("")).isNotEmpty();
    }

    /** How a terminal aligns a table is nothing that machines read. */
    @Test
    void tellsMachinesWhatATableSaysAlone() {
        assertThat(RecordJson.write(new Block.Grid("Notes", List.of("Salle", "Note"), List.of(List.of("A", "68")), 1)))
                .isEqualTo("""
                    {"caption":"Notes","header":["Salle","Note"],"rows":[["A","68"]]}\
                    """);
    }

    @Test
    void letsAScreenReaderFindItsWay() {
        assertThat(DOCUMENT.asHtml())
                .startsWith("<!DOCTYPE html>\n<html lang=\"fr\">")
                .contains("<caption>Notes</caption>", "<th scope=\"col\">Note</th>", "<th scope=\"row\">A</th>")
                .doesNotContain("http", "@page");
    }

    @Test
    void tellsATableRowByRowInPlainText() {
        assertThat(DOCUMENT.asText()).contains("Données\n-------", "Notes\n  - A\n      Note\u00a0: 68 points");
    }

    @Test
    void explainsEveryIndicatorRuleAndEuro() {
        Origin origin = new Origin("2017-05", "Titre", "ab".repeat(32), Map.of(), Map.of());

        String legal = LegalDocument.of(Fictitious.a(), origin).asText();

        assertThat(legal)
                .contains("Degré et mode de contribution du traitement", "Données traitées et leurs sources")
                .contains("Paramètres du traitement et leur pondération", "Opérations effectuées par le traitement")
                .contains(
                        "Barème 2017-05", "ab".repeat(32), "seuil\u00a0: 50 points", "80\u00a0%", "10\u202f000\u00a0€");
    }

    @Test
    void mentionsWhoToAskAndTheCada() {
        assertThat(MentionText.of(false, false, "Mission numérique", "1 rue de l’Essai"))
                .contains("L311-3-1 et R311-3-1-1", "Mission numérique, 1 rue de l’Essai", "délai d’un mois", "CADA");
    }

    @Test
    void saysWhereTheServiceIsNotConfigured() {
        assertThat(MentionText.of(false, false, "", " "))
                .contains("son nom reste à préciser par la Région", "son adresse reste à préciser par la Région");
    }

    @ParameterizedTest
    @CsvSource({
        "true, false, Exercice sur des données reconstituées\u00a0: ne vaut pas proposition.",
        "false, true, Barème d’illustration\u00a0: ne vaut pas proposition.",
        "true, true, Exercice sur des données reconstituées\u00a0: ne vaut pas proposition. Barème"
                + " d’illustration\u00a0: ne vaut pas proposition."
    })
    void replacesTheMentionOnReconstructedDataAndUnderABaremeThatOnlyIllustrates(
            boolean demonstration, boolean illustration, String mention) {
        assertThat(MentionText.of(demonstration, illustration, "Mission numérique", "1 rue de l’Essai"))
                .isEqualTo(mention);
    }

    @Test
    void contractsBeforeTheNameOfACommune() {
        assertThat(List.of(
                        FrenchNames.of("Abbeville"), FrenchNames.of("Ham"),
                        FrenchNames.of("Le Crotoy"), FrenchNames.of("Les Andelys")))
                .containsExactly("d’Abbeville", "de Ham", "du Crotoy", "des Andelys");
        assertThat(List.of(FrenchNames.at("Le Crotoy"), FrenchNames.at("La Fère"), FrenchNames.at("Étaples")))
                .containsExactly("au Crotoy", "à La Fère", "à Étaples");
        assertThat(List.of(FrenchNames.theEpci("CC du Vimeu"), FrenchNames.theEpci("Métropole d'Amiens")))
                .containsExactly("la Communauté de communes du Vimeu", "Métropole d’Amiens");
    }

    @Test
    void spellsSmallNumbersWithTheirGender() {
        assertThat(List.of(FrenchNumbers.sessions(1), FrenchNumbers.sessions(14), FrenchNumbers.sessions(21)))
                .containsExactly("une séance", "quatorze séances", "21 séances");
    }

    @Test
    void givesWhatIsLeftToTheColumnThatSaysTheMost() {
        List<Integer> shares = shares("Poids", "40", "Calcul", "présences ".repeat(20));

        assertThat(shares.getFirst()).isBetween(5, 15);
        assertThat(shares.get(1)).isGreaterThan(80);
    }

    @Test
    void neverTakesMoreThanThereIs() {
        assertThat(shares("A".repeat(200), "A", "B".repeat(200), "B").stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isLessThanOrEqualTo(100);
        assertThat(shares("", "", "", "")).containsExactly(50, 50);
    }

    private static List<Integer> shares(String first, String under, String second, String text) {
        return ColumnWidths.of(new Block.Grid("", List.of(first, second), List.of(List.of(under, text))))
                .shares(100);
    }
}
