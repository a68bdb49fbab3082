package fr.passerelle.sheets.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.schemas.contract.RecordJson;
import fr.passerelle.sheets.explanation.Dossier;
import fr.passerelle.sheets.explanation.Fictitious;
import fr.passerelle.sheets.explanation.LegalDocument;
import fr.passerelle.sheets.explanation.MaireText;
import fr.passerelle.sheets.explanation.WholeExplanationTest;
import fr.passerelle.sheets.form.HtmlForm.ColumnWidths;
import fr.passerelle.sheets.form.Table.Column;
import fr.passerelle.sheets.french.FrenchNames;
import fr.passerelle.sheets.french.FrenchNumbers;
import fr.passerelle.sheets.french.Mention;
import fr.passerelle.sheets.french.Textes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.odftoolkit.odfdom.doc.OdfTextDocument;
import org.odftoolkit.odfdom.doc.table.OdfTable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

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
        assertThat(RecordJson.of(new Block.Grid("Notes", List.of("Salle", "Note"), List.of(List.of("A", "68")), 1)))
                .isEqualTo("""
                    {"caption":"Notes","header":["Salle","Note"],"rows":[["A","68"]]}\
                    """);
    }

    @Test
    void letsAScreenReaderFindItsWayAndTellsATableRowByRowInPlainText() {
        assertThat(DOCUMENT.asHtml())
                .startsWith("<!DOCTYPE html>\n<html lang=\"fr\">")
                .contains("<caption>Notes</caption>", "<th scope=\"col\">Note</th>", "<th scope=\"row\">A</th>")
                .doesNotContain("http", "@page");
        assertThat(DOCUMENT.asText()).contains("Données\n-------", "Notes\n  - A\n      Note\u00a0: 68 points");
    }

    @Test
    void explainsEveryIndicatorRuleAndEuro() {
        assertThat(LegalDocument.of(Fictitious.a(), Fictitious.ORIGIN).asText())
                .contains("Degré et mode de contribution du traitement", "Données traitées et leurs sources")
                .contains("Paramètres du traitement et leur pondération", "Opérations effectuées par le traitement")
                .contains(
                        "Barème 2017-05", "ab".repeat(32), "seuil\u00a0: 50 points", "80\u00a0%", "10\u202f000\u00a0€");
    }

    @Test
    void mentionsWhoToAskAndTheCadaOrWhatIsNotConfigured() {
        assertThat(new Mention("Mission numérique", "1 rue de l’Essai").text(false, false))
                .contains("L311-3-1 et R311-3-1-1", "Mission numérique, 1 rue de l’Essai", "délai d’un mois", "CADA");
        assertThat(new Mention("", " ").text(false, false))
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
        assertThat(new Mention("Mission numérique", "1 rue de l’Essai").text(demonstration, illustration))
                .isEqualTo(mention);
    }

    @Test
    void contractsBeforeTheNameOfACommuneAndSpellsSmallNumbersWithTheirGender() {
        assertThat(List.of(
                        FrenchNames.of("Abbeville"), FrenchNames.of("Ham"),
                        FrenchNames.of("Le Crotoy"), FrenchNames.of("Les Andelys")))
                .containsExactly("d’Abbeville", "de Ham", "du Crotoy", "des Andelys");
        assertThat(List.of(FrenchNames.at("Le Crotoy"), FrenchNames.at("La Fère"), FrenchNames.at("Étaples")))
                .containsExactly("au Crotoy", "à La Fère", "à Étaples");
        assertThat(List.of(FrenchNames.theEpci("CC du Vimeu"), FrenchNames.theEpci("Métropole d'Amiens")))
                .containsExactly("la Communauté de communes du Vimeu", "Métropole d’Amiens");
        assertThat(List.of(FrenchNumbers.sessions(1), FrenchNumbers.sessions(14), FrenchNumbers.sessions(21)))
                .containsExactly("une séance", "quatorze séances", "21 séances");
    }

    @Test
    void givesWhatIsLeftToTheColumnThatSaysTheMostAndNoMoreThanThereIs() {
        List<Integer> shares = shares("Poids", "40", "Calcul", "présences ".repeat(20));

        assertThat(shares.getFirst()).isBetween(5, 15);
        assertThat(shares.get(1)).isGreaterThan(80);
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

    private static final Table<String> CELLS = Table.<String>layout()
            .text("texte", row -> "a|b")
            .text("codes", row -> List.of("FABLAB", "COWORKING"))
            .text("aucun", row -> List.of())
            .figure("mesure", row -> "3 km")
            .integer("nombre", row -> 12_345)
            .decimal("part", 6, "", row -> new BigDecimal("0.4"))
            .euros("euros", row -> new BigDecimal("-1234.5"))
            .flag("oui", "", row -> true)
            .date("jour", row -> LocalDate.of(2018, 1, 8))
            .of(List.of(""));

    @Test
    void saysEachCellInFrenchAndPutsWhatTellsANumberToTheRight() {
        assertThat(CELLS.columns().stream().map(column -> column.said("", day -> "le " + day.getDayOfMonth())))
                .containsExactly(
                        "a|b",
                        "FABLAB, COWORKING",
                        "—",
                        "3 km",
                        "12\u00a0345",
                        "0,400000",
                        "−1\u00a0234,50",
                        "oui",
                        "le 8");
        assertThat(CELLS.columns().stream().filter(Column::isNumber).map(Column::name))
                .containsExactly("mesure", "nombre", "part", "euros");
    }

    @Test
    void findsTheRowsThatSayAllWords() {
        Table<String> names = Table.<String>layout()
                .text("nom", row -> row)
                .text("commune", row -> "Blesmes")
                .of(List.of("Salle d'Été", "Salle du bourg"));

        assertThat(List.of("BLÈSMES  été", "salle bles", "bourg été"))
                .extracting(words ->
                        names.list().stream().filter(names.saying(words)).count())
                .containsExactly(1L, 2L, 0L);
    }

    private static final Document NARRATIVE = new Document(
            "Salle <b>\"d’essai\"</b> & co",
            List.of(
                    new Block.Heading(2, "Données"),
                    new Block.Heading(3, "Salles"),
                    new Block.Paragraph("Une phrase \u001b."),
                    new Block.Grid("Notes", List.of("Salle", "Note"), List.of(List.of("A", "68 points")))));

    private final byte[] written = NARRATIVE.asOdt("PROJET");

    @AutoClose
    private OdfTextDocument read;

    @BeforeEach
    void read() throws Exception {
        read = (OdfTextDocument) OdfTextDocument.loadDocument(new ByteArrayInputStream(written));
    }

    @Test
    void tellsItsTitleAndItsLanguageAndNothingOfTheClock() {
        assertThat(read.getOfficeMetadata().getTitle()).isEqualTo("Salle <b>\"d’essai\"</b> & co");
        assertThat(read.getOfficeMetadata().getLanguage()).isEqualTo("fr-FR");
        assertThat(read.getOfficeMetadata().getCreationDate()).isNull();
        assertThat(read.getOfficeMetadata().getCreator()).isNull();
    }

    @Test
    void isInTheStylesThatWordProcessorsName() throws Exception {
        assertThat(styled("text:h")).containsExactly("Heading_20_1: Données", "Heading_20_2: Salles");
        assertThat(styled("text:p"))
                .containsExactly(
                        "Title: Salle <b>\"d’essai\"</b> & co",
                        "Text_20_body: Une phrase  .",
                        "Table: Notes",
                        "Table_20_Heading: Salle",
                        "Table_20_Heading: Note",
                        "Table_20_Contents: A",
                        "Table_20_Contents: 68 points");
    }

    @Test
    void repeatsTheHeaderOfATable() {
        OdfTable table = read.getTableList().getFirst();

        assertThat(table.getHeaderRowCount()).isEqualTo(1);
        assertThat(table.getRowCount()).isEqualTo(2);
        assertThat(table.getColumnCount()).isEqualTo(2);
    }

    @Test
    void headsEachPageWithWhatItIsNot() throws Exception {
        Node words = read.getStylesDom().getElementsByTagName("text:p").item(0);

        assertThat(words.getTextContent()).isEqualTo("PROJET");
        assertThat(words.getParentNode().getNodeName()).isEqualTo("style:header");
        try (OdfTextDocument plain =
                (OdfTextDocument) OdfTextDocument.loadDocument(new ByteArrayInputStream(NARRATIVE.asOdt("")))) {
            assertThat(plain.getStylesDom().getElementsByTagName("style:header").getLength())
                    .isZero();
        }
    }

    @Test
    void saysWhatItIsInItsFirstBytes() throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(written))) {
            ZipEntry first = zip.getNextEntry();

            assertThat(first.getName()).isEqualTo("mimetype");
            assertThat(first.getMethod()).isEqualTo(ZipEntry.STORED);
            assertThat(first.getExtra()).isNull();
            assertThat(new String(zip.readAllBytes(), StandardCharsets.US_ASCII))
                    .isEqualTo("application/vnd.oasis.opendocument.text");
        }
    }

    @Test
    void saysInASentenceThatATableHasNoRow() throws Exception {
        byte[] bare = new Document("Titre", List.of(new Block.Grid("Notes", List.of("Salle"), List.of()))).asOdt("");
        try (OdfTextDocument odt = (OdfTextDocument) OdfTextDocument.loadDocument(new ByteArrayInputStream(bare))) {
            assertThat(odt.getTableList()).isEmpty();
            assertThat(odt.getContentDom()
                            .getElementsByTagName("text:p")
                            .item(1)
                            .getTextContent())
                    .isEqualTo("Notes\u00a0: rien");
        }
    }

    @Test
    void isTheSameEachTime() {
        assertThat(NARRATIVE.asOdt("PROJET")).isEqualTo(written);
    }

    private List<String> styled(String name) throws Exception {
        NodeList found = read.getContentDom().getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(found::item)
                .map(Element.class::cast)
                .map(one -> one.getAttribute("text:style-name") + ": " + one.getTextContent())
                .toList();
    }

    private static final Dossier DOSSIER = WholeExplanationTest.dossier();
    private static final Document TAGGED = new Document(
                    "CC de l’essai", List.of(new Block.Paragraph(MaireText.of(DOSSIER))))
            .then(LegalDocument.of(DOSSIER, WholeExplanationTest.origin()));
    private static final byte[] PDF = TAGGED.asPdf("");

    @Test
    void breaksNoRuleOfPdfUaAlsoWhereATableHasNoRow() {
        PdfUa.isMet(PDF);
        PdfUa.isMet(new Document("Titre", List.of(new Block.Grid("Notes", List.of("Salle"), List.of()))).asPdf(""));
    }

    @Test
    void wouldBeRefusedWithoutItsTags() throws IOException {
        try (PDDocument bare = Loader.loadPDF(PDF)) {
            bare.getDocumentCatalog().getCOSObject().removeItem(COSName.STRUCT_TREE_ROOT);
            ByteArrayOutputStream written = new ByteArrayOutputStream();
            bare.save(written);

            assertThatThrownBy(() -> PdfUa.isMet(written.toByteArray())).isInstanceOf(AssertionError.class);
        }
    }

    @Test
    void tellsAPdfsTitleAndItsLanguageAndNothingOfTheClock() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(PDF)) {
            PDDocumentCatalog catalog = pdf.getDocumentCatalog();

            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("CC de l’essai");
            assertThat(pdf.getDocumentInformation().getCreationDate()).isNull();
            assertThat(pdf.getDocumentInformation().getAuthor()).isNull();
            assertThat(catalog.getLanguage()).isEqualTo("fr");
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
        }
    }

    @Test
    void leadsToItsHeadings() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(PDF)) {
            PDOutlineItem whole = pdf.getDocumentCatalog().getDocumentOutline().getFirstChild();

            assertThat(whole.getTitle()).startsWith("Explication\u00a0:");
            assertThat(titles(whole.children())).contains("Données traitées et leurs sources");
        }
    }

    @Test
    void beginsAPageWhereTheAnnexesDo() throws IOException {
        Document document = new Document(
                "Titre",
                List.of(
                        new Block.Paragraph("La conclusion."),
                        new Block.Heading(3, "Annexe\u00a0: Salle A"),
                        new Block.Grid("Notes", List.of("Salle", "Note"), List.of(List.of("A", "68 points"))),
                        new Block.Heading(3, "Annexe\u00a0: Salle B")));

        try (PDDocument pdf = Loader.loadPDF(document.asPdf(""))) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(2);
        }
    }

    @Test
    void saysOnEachPageThatItIsAnExerciseAndIsStillMetByAll() throws IOException {
        byte[] marked = TAGGED.asPdf("Exercice sur des données reconstituées");

        PdfUa.isMet(marked);
        try (PDDocument pdf = Loader.loadPDF(marked)) {
            PDFTextStripper reader = new PDFTextStripper();
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                reader.setStartPage(page);
                reader.setEndPage(page);
                assertThat(reader.getText(pdf)).contains("Exercice sur des données reconstituées");
            }
        }
    }

    @Test
    void holdsItsFonts() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(PDF)) {
            List<PDFont> fonts = new ArrayList<>();
            for (PDPage page : pdf.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    fonts.add(page.getResources().getFont(name));
                }
            }

            assertThat(fonts)
                    .isNotEmpty()
                    .allMatch(PDFont::isEmbedded)
                    .allMatch(font -> font.getName().contains("SourceSans3"));
        }
    }

    @Test
    void writesTheSamePdfEachTime() {
        assertThat(TAGGED.asPdf("")).isEqualTo(PDF);
    }

    private static List<String> titles(Iterable<PDOutlineItem> items) {
        return StreamSupport.stream(items.spliterator(), false)
                .map(PDOutlineItem::getTitle)
                .toList();
    }
}
