package fr.passerelle.proof;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.sheets.explanation.AlgorithmSheet;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Holds the sheet of the algorithm in the docs to the barème and the rules of the code. */
class AlgorithmSheetInDocsTest {

    @Test
    void isTheOneThatTheCommandGives() {
        Path page = Tree.root().resolve("docs/algorithme.md");
        String expected = AlgorithmSheet.of(
                Baremes.load(Baremes.DEFAULT),
                "à préciser (clé passerelle.mention.service)",
                "à préciser (clé passerelle.mention.adresse)");
        if (Tree.REWRITE) {
            Tree.write(page, expected);
        }

        assertThat(Tree.read(page))
                .as("docs/algorithme.md; rewrite it with -Dpasserelle.rewrite=true")
                .isEqualTo(expected);
    }
}
