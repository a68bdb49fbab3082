package fr.passerelle.schemas.contract;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.schemas.contract.Records.TrustedRecords;
import fr.passerelle.schemas.event.Hosting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Each in a JVM of its own, without flags, since trust once given lasts as long as the process. */
class TrustedRecordsTest {

    @Test
    void letsAProgramWriteBeforeItReads() throws Exception {
        assertThat(outputOf(Writes.class)).isEqualTo("35 octets");
    }

    @Test
    void letsAProgramBuildBeforeItWrites() throws Exception {
        assertThat(outputOf(Builds.class)).isEqualTo("[]");
    }

    private static String outputOf(Class<?> program) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        program.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return output.strip();
    }

    static final class Writes {

        private Writes() {}

        public static void main(String[] args) {
            System.out.println(new Records().encode(Examples.runAbandoned()).length + " octets");
        }
    }

    static final class Builds {

        private Builds() {}

        public static void main(String[] args) {
            TrustedRecords.trust();
            System.out.println(Hosting.newBuilder().build().getFunctionsToday());
        }
    }
}
