package fr.passerelle.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class DemoCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void showsItsHelpInFrench() {
        int code = execute("--help");

        assertThat(code).isZero();
        assertThat(out.toString()).contains("Usage : demo", "données reconstituées", "--exit", "--json");
    }

    @Test
    void refusesAnUnknownOptionInOneSentence() {
        int code = execute("--sortie");

        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).hasLineCount(1).contains("--sortie", "--help");
    }

    private int execute(String... arguments) {
        return DemoCommand.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    @Test
    void resumesTheRunsThatStoppedAndNoOther() {
        String runs = """
            [{"run":"N-000003","state":"FAILED"},{"run":"N-000002","state":"ABANDONED"},{"run":"N-000001","state":"PUBLISHED"}]
            """;

        assertThat(Night.unfinished(runs)).containsExactly("N-000003");
    }

    @Test
    void resumesNothingWhereNothingEverRan() {
        assertThat(Night.unfinished("[]")).isEmpty();
    }
}
