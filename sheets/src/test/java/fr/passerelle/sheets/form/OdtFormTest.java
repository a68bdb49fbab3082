package fr.passerelle.sheets.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.odftoolkit.odfdom.doc.OdfTextDocument;
import org.odftoolkit.odfdom.doc.table.OdfTable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** A document as an OpenDocument text, read again by odfdom. */
class OdtFormTest {

    private static final Document DOCUMENT = new Document(
            "Salle <b>\"d’essai\"</b> & co",
            List.of(
                    new Block.Heading(2, "Données"),
                    new Block.Heading(3, "Salles"),
                    new Block.Paragraph("Une phrase \u001b."),
                    new Block.Grid("Notes", List.of("Salle", "Note"), List.of(List.of("A", "68 points")))));

    private final byte[] written = DOCUMENT.asOdt("PROJET");
    private OdfTextDocument read;

    @BeforeEach
    void read() throws Exception {
        read = (OdfTextDocument) OdfTextDocument.loadDocument(new ByteArrayInputStream(written));
    }

    @AfterEach
    void close() {
        read.close();
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
                (OdfTextDocument) OdfTextDocument.loadDocument(new ByteArrayInputStream(DOCUMENT.asOdt("")))) {
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
        assertThat(DOCUMENT.asOdt("PROJET")).isEqualTo(written);
    }

    private List<String> styled(String name) throws Exception {
        NodeList found = read.getContentDom().getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(found::item)
                .map(Element.class::cast)
                .map(one -> one.getAttribute("text:style-name") + ": " + one.getTextContent())
                .toList();
    }
}
