package fr.passerelle.sources.table;

import static fr.passerelle.sources.table.Texts.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.schemas.contract.Sha256;
import fr.passerelle.sources.reject.Flaw;
import fr.passerelle.sources.reject.RejectReason;
import fr.passerelle.sources.reject.UnusableFile;
import fr.passerelle.sources.table.Texts.Read;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What quotes in disorder cost: each line is in a row or in a reject, and no more lines are refused than have to be. */
class StrayQuotesTest {

    private static final String HEADER = "insee;salle;activite;note\n";
    private static final RawTable.RowLayout LAYOUT = RawTable.RowLayout.singleLines(4);

    @Test
    void swallowNoRowBetweenThem() {
        Read read =
                rows(HEADER + "02168;\"A;CARCT;9\n02168;B;CARCT;22\n02168;C\";CARCT;31\n02168;D;CARCT;40\n", LAYOUT);

        assertThat(told(read)).containsExactly("GUILLEMETS_SUR_PLUSIEURS_LIGNES 2+1", "B", "GUILLEMETS 4+1", "D");
        assertThat(read.flaw(1).place()).isEqualTo(1);
    }

    @Test
    void costOneLineWhereTheyAreNeverClosed() {
        Read read = rows(HEADER + "1;A;x;\"y\n2;B;x;y\n3;\"C;x;y", LAYOUT);

        assertThat(told(read))
                .containsExactly("GUILLEMETS_SUR_PLUSIEURS_LIGNES 2+1", "B", "GUILLEMETS_SUR_PLUSIEURS_LIGNES 4+1");
    }

    @Test
    void costTheLinesAfterThemThatAreNoRows() {
        String refused = "1;A;x;\"un\r\n\r\ndeux; trois\r\nquatre\"";

        Read read = rows(HEADER + refused + "\r\n2;B;x;y\r\n", LAYOUT);

        assertThat(told(read)).containsExactly("GUILLEMETS_SUR_PLUSIEURS_LIGNES 2+4", "B");
        assertThat(read.row(2).line()).isEqualTo(6);
        assertThat(read.row(1).extent()).isEqualTo(new RawRow.Extent(HEADER.length(), refused.length()));
        assertThat(read.hashes().get(1)).isEqualTo(Sha256.of(refused.getBytes(StandardCharsets.UTF_8)));
        assertThat(read.passed()).isEqualTo(new RawTable.PassedLines(6, 0, 0));
    }

    @Test
    void leaveTheLineAfterThemAloneWhereTheyAreClosed() {
        Read read = rows(HEADER + "1;\"A\"x;y;z\n2;B\n3;C;x;y\n", LAYOUT);

        assertThat(told(read)).containsExactly("GUILLEMETS 2+1", "B", "C");
        assertThat(read.row(2).count()).isEqualTo(2);
    }

    @Test
    void areToldWhereAHeaderGoesRoundRows() {
        assertThatThrownBy(() -> rows("a;\"b;c;d\n1;A;x;y\n2;\";B;x\n3;C;x;y\n", LAYOUT))
                .isInstanceOf(UnusableFile.class)
                .hasMessageContaining(
                        "ligne 1 : un guillemet y est ouvert et n'est fermé qu'après des lignes de la table");
    }

    @Test
    void mayGoRoundTheLinesOfAHeader() {
        Read read = rows("insee;\"salle\n(nom)\";activite;note\n1;A;x;y\n", LAYOUT);

        assertThat(read.row(0).lines()).isEqualTo(2);
        assertThat(told(read)).containsExactly("A");
    }

    @Test
    void costLinesThatAreNotKeptInMemory() {
        String text = HEADER + "1;A;x;\"" + "un mot\n".repeat(300_000) + "2;B;x;y\n";

        Read read = rows(text, LAYOUT);

        assertThat(told(read)).containsExactly("GUILLEMETS_SUR_PLUSIEURS_LIGNES 2+300000", "B");
    }

    @Nested
    class InAColumnOfSeveralLines {

        private final RawTable.RowLayout notes = new RawTable.RowLayout(4, RawTable.RowLayout.all(4), places(1, 3));

        @Test
        void goRoundThem() {
            Read read = rows(HEADER + "1;A;x;\"un\n\n\"\"deux; trois\"\"\"\n2;B;x;y\n", notes);

            assertThat(told(read)).containsExactly("A", "B");
            assertThat(read.row(1).texts()).containsExactly("1", "A", "x", "un\n\n\"deux; trois\"");
            assertThat(read.row(1).lines()).isEqualTo(3);
        }

        @Test
        void stillSwallowNoRow() {
            Read read = rows(HEADER + "1;\"A;x;9\n2;B;x;22\n3;C\";x;31\n4;D;x;40\n", notes);

            assertThat(told(read)).containsExactly("GUILLEMETS_SUR_PLUSIEURS_LIGNES 2+1", "B", "GUILLEMETS 4+1", "D");
        }

        @Test
        void swallowNoRowThatEndsThem() {
            Read read = rows(HEADER + "1;\"A;x\n3;C\";x;31\n4;D;x;40\n", notes);

            assertThat(told(read)).containsExactly("GUILLEMETS_SUR_PLUSIEURS_LIGNES 2+2", "D");
            assertThat(read.flaw(1).message()).contains("se lit comme des lignes de la table");
        }

        @Test
        void areTakenUpAgainAtTheFirstLineOfARow() {
            Read read = rows(HEADER + "1;\"A\"x;x;\"un\ndeux\n2;B;x;\"trois\nquatre\"\n", notes);

            assertThat(told(read)).containsExactly("GUILLEMETS 2+2", "B");
            assertThat(read.row(2).text(3)).isEqualTo("trois\nquatre");
        }

        private static BitSet places(int... places) {
            BitSet set = new BitSet();
            for (int place : places) {
                set.set(place);
            }
            return set;
        }
    }

    /** Of each row its second cell, of each reject its reason, line and number of lines. */
    private static List<String> told(Read read) {
        return read.rows().stream().skip(1).map(StrayQuotesTest::told).collect(Collectors.toList());
    }

    private static String told(RawRow row) {
        Flaw flaw = row.flaw();
        RejectReason reason = flaw == null ? null : flaw.reason();
        return reason == null ? row.text(1) : reason + " " + row.line() + "+" + row.lines();
    }
}
