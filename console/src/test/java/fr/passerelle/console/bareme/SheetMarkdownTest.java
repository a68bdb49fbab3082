package fr.passerelle.console.bareme;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.bareme.Parameters;
import fr.passerelle.sheets.explanation.AlgorithmSheet;
import fr.passerelle.sheets.form.Block;
import fr.passerelle.sheets.form.Document;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SheetMarkdownTest {

    private final Document sheet =
            SheetMarkdown.read(AlgorithmSheet.of(Baremes.load(Baremes.DEFAULT), "Le | service", "1 rue"));

    @Test
    void readsThePublishedSheetWhole() {
        assertThat(sheet.title()).startsWith("Fiche de l'algorithme");
        assertThat(sheet.blocks())
                .hasAtLeastOneElementOfType(Block.Heading.class)
                .hasAtLeastOneElementOfType(Block.Paragraph.class)
                .hasAtLeastOneElementOfType(Block.Items.class)
                .hasAtLeastOneElementOfType(Block.Grid.class);
        assertThat(sheet.asText()).doesNotContain("**", "`");
    }

    @Test
    void takesAnItemThatGoesOnInTheNextLineAsOne() {
        Document list = SheetMarkdown.read("- Les registres sont\n  déclaratifs.\n- Les distances sont mesurées.\n");

        assertThat(list.blocks())
                .containsExactly(
                        new Block.Items(List.of("Les registres sont déclaratifs.", "Les distances sont mesurées.")));
    }

    @Test
    void keepsABarInsideOfItsCell() {
        assertThat(tables().flatMap(table -> table.rows().stream()))
                .contains(List.of("Service à qui s'adresser", "Le | service"));
    }

    @Test
    void givesEveryRowAsManyCellsAsItsHeader() {
        assertThat(tables())
                .isNotEmpty()
                .allMatch(table -> table.rows().stream()
                        .allMatch(row -> row.size() == table.header().size()));
        assertThat(tables().filter(table -> table.caption().startsWith("Paramètres"))
                        .findFirst())
                .hasValueSatisfying(
                        table -> assertThat(table.rows()).hasSameSizeAs(Parameters.of(Baremes.load(Baremes.DEFAULT))));
    }

    private Stream<Block.Grid> tables() {
        return sheet.blocks().stream().filter(Block.Grid.class::isInstance).map(Block.Grid.class::cast);
    }
}
