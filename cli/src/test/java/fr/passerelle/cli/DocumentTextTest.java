package fr.passerelle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.sheets.form.Block;
import fr.passerelle.sheets.form.Document;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentTextTest {

    @Test
    void alignsFiguresToTheRightFromTheColumnWhereOnlyFiguresFollow() {
        Document document = new Document(
                "Titre",
                List.of(
                        new Block.Heading(2, "CC A"),
                        new Block.Grid(
                                "Aide, en euros",
                                List.of("Ligne", "Avant", "Écart"),
                                List.of(
                                        List.of("étude", "1\u00a0000,00", "+20,00"),
                                        List.of("an 1", CommandFrench.NONE, "-5,50")))));

        assertThat(DocumentText.lines(document))
                .containsExactly(
                        "Titre",
                        "",
                        "CC A",
                        "════",
                        "",
                        "Aide, en euros",
                        "Ligne     Avant   Écart",
                        "───────────────────────",
                        "étude  1\u00a0000,00  +20,00",
                        "an 1          —   -5,50");
    }
}
