package fr.passerelle.console.plan;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.console.page.DocumentBlock;
import fr.passerelle.console.plan.PlanPage.Explanation;
import fr.passerelle.sheets.form.Block;
import fr.passerelle.sheets.form.Document;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What stands alone is the first page, however long; annexes follow, some at a time. */
class ExplanationTest {

    private static final Block TITLE = new Block.Heading(3, "Ce qui est proposé");
    private static final Block ANNEX = new Block.Heading(3, "Annexe\u00a0: Salle A");

    @Test
    void beginsTheAnnexesOnThePageAfterWhatStandsAlone() {
        Explanation explanation = Explanation.of(new Document("Titre", List.of(TITLE, table(3), ANNEX, table(3))));

        assertThat(texts(explanation, 1)).containsExactly("Ce qui est proposé", "Table");
        assertThat(texts(explanation, 2)).containsExactly("Annexe\u00a0: Salle A", "Table");
        assertThat(explanation.page(1, true).items()).hasSize(4);
    }

    @Test
    void cutsAnnexesAndNothingElse() {
        Explanation explanation = Explanation.of(new Document("Titre", List.of(TITLE, table(300), ANNEX, table(300))));

        assertThat(explanation.pages()).hasSize(3);
        assertThat(explanation.page(9, false).page()).isEqualTo(3);
    }

    private static List<String> texts(Explanation explanation, int page) {
        return explanation.page(page, false).items().stream()
                .map(DocumentBlock::text)
                .toList();
    }

    private static Block table(int rows) {
        return new Block.Grid("Table", List.of("Nom"), Collections.nCopies(rows, List.of("A")));
    }
}
