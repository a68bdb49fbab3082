package fr.passerelle.sheets.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.sheets.explanation.Dossier;
import fr.passerelle.sheets.explanation.LegalDocument;
import fr.passerelle.sheets.explanation.MaireText;
import fr.passerelle.sheets.explanation.WholeExplanationTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** A whole explanation as a PDF. */
class PdfFormTest {

    private static final Dossier DOSSIER = WholeExplanationTest.dossier();
    private static final Document DOCUMENT = new Document(
                    "CC de l’essai", List.of(new Block.Paragraph(MaireText.of(DOSSIER))))
            .then(LegalDocument.of(DOSSIER, WholeExplanationTest.origin()));
    private static final byte[] PDF = DOCUMENT.asPdf("");

    @Test
    void breaksNoRuleOfPdfUa() {
        PdfUa.isMet(PDF);
    }

    @Test
    void breaksNoneWhereATableHasNoRow() {
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
    void tellsItsTitleAndItsLanguageAndNothingOfTheClock() throws IOException {
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
        byte[] marked = DOCUMENT.asPdf("Exercice sur des données reconstituées");

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
    void isTheSameEachTime() {
        assertThat(DOCUMENT.asPdf("")).isEqualTo(PDF);
    }

    private static List<String> titles(Iterable<PDOutlineItem> items) {
        return StreamSupport.stream(items.spliterator(), false)
                .map(PDOutlineItem::getTitle)
                .toList();
    }
}
