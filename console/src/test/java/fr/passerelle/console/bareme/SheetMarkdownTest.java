package fr.passerelle.console.bareme;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.page.DocumentBlock;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.bareme.Parameters;
import fr.passerelle.texts.AlgorithmSheet;
import java.util.List;
import org.junit.jupiter.api.Test;

class SheetMarkdownTest {

    private final List<DocumentBlock> blocks =
            SheetMarkdown.read(AlgorithmSheet.of(Baremes.load(Baremes.DEFAULT), "Le | service", "1 rue"));

    @Test
    void readsThePublishedSheetWhole() {
        assertThat(blocks.getFirst().text()).startsWith("Fiche de l'algorithme");
        assertThat(blocks).extracting(DocumentBlock::kind).contains("titre", "paragraphe", "liste", "table");
        assertThat(blocks).extracting(DocumentBlock::text).noneMatch(text -> text.contains("**") || text.contains("`"));
    }

    @Test
    void takesAnItemThatGoesOnInTheNextLineAsOne() {
        List<DocumentBlock> list =
                SheetMarkdown.read("- Les registres sont\n  déclaratifs.\n- Les distances sont mesurées.\n");

        assertThat(list.getFirst().rows())
                .containsExactly(List.of("Les registres sont déclaratifs."), List.of("Les distances sont mesurées."));
    }

    @Test
    void keepsABarInsideOfItsCell() {
        assertThat(blocks.get(2).rows()).contains(List.of("Service à qui s'adresser", "Le | service"));
    }

    @Test
    void givesEveryRowAsManyCellsAsItsHeader() {
        assertThat(blocks.stream().filter(block -> block.kind().equals("table")))
                .isNotEmpty()
                .allMatch(table -> table.rows().stream()
                        .allMatch(row -> row.size() == table.header().size()));
        assertThat(blocks.stream()
                        .filter(block ->
                                block.kind().equals("table") && block.text().startsWith("Paramètres"))
                        .findFirst())
                .hasValueSatisfying(
                        table -> assertThat(table.rows()).hasSameSizeAs(Parameters.of(Baremes.load(Baremes.DEFAULT))));
    }
}
