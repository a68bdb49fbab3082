package fr.passerelle.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.cli.command.Arguments.VocabularyWord;
import fr.passerelle.cli.command.TerminalLines.TerminalWriter;
import fr.passerelle.sheets.form.Block;
import fr.passerelle.sheets.form.Document;
import fr.passerelle.sheets.form.Table;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a terminal shows, and the words that are typed there. */
class TerminalLinesTest {

    private static final String HASH = "0123456789abcdef".repeat(4);

    @Test
    void leavesALineThatFitsAsItIsAndBreaksAParagraphBetweenWords() {
        assertThat(TerminalLines.of("  nature          nuit")).containsExactly("  nature          nuit");
        assertThat(TerminalLines.of("")).containsExactly("");

        String paragraph = "12\u00a0345 lignes, ".repeat(10).strip();

        assertThat(TerminalLines.of(paragraph))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80))
                .allSatisfy(line -> assertThat(line).matches("(12\u00a0345|lignes,).*(12\u00a0345|lignes,)"));
        assertThat(String.join(" ", TerminalLines.of(paragraph))).isEqualTo(paragraph);
    }

    @Test
    void alignsBehindTheNameOfALineOrItsDash() {
        assertThat(TerminalLines.of("  motif           " + "mot ".repeat(20).strip()))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80))
                .last()
                .asString()
                .startsWith(" ".repeat(18) + "mot");
        assertThat(TerminalLines.of("  - " + "mot ".repeat(25).strip()).getLast())
                .startsWith("    mot");
        assertThat(TerminalLines.of("  " + "mot ".repeat(25).strip()).getLast()).startsWith("    mot");
    }

    @Test
    void keepsACommandAHashAndTheSignsBehindAWordWholeAndShortensARule() {
        String command = "« ./passerelle replay put-in-force R-000001 --reason \"…\" »";

        assertThat(TerminalLines.of("mot ".repeat(15) + command + " le met en vigueur"))
                .anyMatch(line -> line.contains(command));
        assertThat(TerminalLines.of(command, 40).getFirst()).startsWith("« ./passerelle");
        assertThat(TerminalLines.of("mot ".repeat(12) + HASH)).last().isEqualTo(HASH);
        assertThat(TerminalLines.of("a".repeat(69) + " " + "b".repeat(9) + " : la suite"))
                .containsExactly("a".repeat(69), "b".repeat(9) + " : la suite");

        assertThat(TerminalLines.of("═".repeat(100))).containsExactly("═".repeat(80));
    }

    @Test
    void foldsWhatACommandSaysLineByLine() {
        StringWriter said = new StringWriter();

        new TerminalWriter(new PrintWriter(said, true)).println("un\n\n" + "mot ".repeat(30) + "\ndeux");
        new TerminalWriter(new PrintWriter(said, true)).println("");

        assertThat(said.toString().lines().toList())
                .startsWith("un", "")
                .endsWith("deux", "")
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void narrowsTheWidestColumnsOfATableAndCutsNothing() {
        TextTable table = new TextTable(Table.<String>layout()
                .text("Salle", row -> "Salle du bourg (02-1)")
                .text("Pourquoi", row -> row)
                .euros("Euros", row -> new BigDecimal("1012602.83"))
                .of(List.of("mot ".repeat(40).strip())));

        assertThat(table.lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80))
                .anyMatch(line ->
                        line.startsWith("Salle du bourg (02-1)  mot") && line.endsWith("1\u00a0012\u00a0602,83"));
        assertThat(String.join(" ", table.lines()).split("mot", -1)).hasSize(41);
    }

    @Test
    void keepsTheIndentOfALineInACell() {
        TextTable table = new TextTable(Table.<String>layout()
                .text("Intercommunalité", row -> row)
                .text("Pourquoi", row -> "mot ".repeat(40).strip())
                .of(List.of("CA de la Région\n  Picardie en ligne Fère-en-Tardenois")));

        assertThat(table.lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80))
                .anyMatch(line -> line.startsWith("CA de la Région  "))
                .anyMatch(line -> line.startsWith("  Picardie en ligne"));
    }

    /** What a file brought may hold what a terminal obeys: it would hide or rewrite what stands beside it. */
    @Test
    void handsATerminalNothingThatItObeys() {
        TextTable table = new TextTable(
                Table.<String>layout().text("Salle", row -> row).of(List.of("\u001b[31mBourg\u009b2J\tfin\ndeux")));

        assertThat(table.lines()).containsExactly("Salle", "─────────────────", " [31mBourg 2J fin", "deux");
    }

    @Test
    void tellsEachRowCellByCellWhereNoWidthIsEnough() {
        TextTable table = new TextTable(Table.<String>layout()
                .text("Quoi", row -> row)
                .text("Avant", row -> HASH)
                .text("Après", row -> HASH)
                .of(List.of("empreinte")));

        assertThat(table.lines()).isEqualTo(List.of("empreinte", "  Avant : " + HASH, "  Après : " + HASH));
    }

    @Test
    void alignsTheFiguresOfADocumentToTheRight() {
        Document document = new Document(
                "Titre",
                List.of(
                        new Block.Heading(2, "CC A"),
                        new Block.Grid(
                                "Aide, en euros",
                                List.of("Ligne", "Avant", "Écart"),
                                List.of(
                                        List.of("étude", "1\u00a0000,00", "+20,00"),
                                        List.of("an 1", CommandFrench.NONE, "-5,50")),
                                1)));

        assertThat(TextTable.lines(document))
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

    private static final VocabularyWord<Integer> WORD =
            new VocabularyWord<>("pas une table", List.of(1, 2), number -> number == 1 ? "salles" : "DATE") {};

    @Test
    void takesAWordInCapitalsOrNot() {
        assertThat(WORD.convert("SALLES")).isEqualTo(1);
        assertThat(WORD.convert("date")).isEqualTo(2);
    }
}
