package fr.passerelle.console.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.console.ConsoleSettings;
import fr.passerelle.console.operation.OperationRefused;
import fr.passerelle.console.operation.OperatorProgram;
import fr.passerelle.console.page.Messages;
import fr.passerelle.published.programme.ProgrammeExamples;
import fr.passerelle.schemas.contract.RecordJson;
import fr.passerelle.schemas.event.Enveloppe;
import fr.passerelle.schemas.event.Valeur;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes of the system stand for the operators' program. */
class LeverTrialTest {

    /** Keeps what it was given: the words, the file of credits, who may read its folder. */
    private static final String WITNESS = """
        echo "$@" > %1$s/words
        for word; do case $word in --credits=*) file=${word#--credits=};; esac; done
        cp $file %1$s/credits; stat -c %%a $(dirname $file) > %1$s/rights; dirname $file > %1$s/folder
        cat %1$s/answer
        """;

    @TempDir
    private Path folder;

    @Test
    void asksForTheCreditsAndReadsTheAnswer() throws IOException {
        Files.writeString(folder.resolve("answer"), RecordJson.of(ProgrammeExamples.envelope()));

        Enveloppe answer = ask(WITNESS.formatted(folder));

        assertThat(answer).isEqualTo(ProgrammeExamples.envelope());
        assertThat(Files.readString(folder.resolve("words"))).contains("essai", "--valeur=SCORE", "--json");
        assertThat(Files.readString(folder.resolve("credits"))).isEqualTo(ScenarioExamples.CREDITS.text());
        assertThat(Files.readString(folder.resolve("rights"))).isEqualToIgnoringNewLines("700");
        assertThat(Path.of(Files.readString(folder.resolve("folder")).strip())).doesNotExist();
    }

    @Test
    void saysWhyInTheWordsOfTheProgram() {
        assertThatThrownBy(() -> ask("echo 'En 2018, il manque 12 €.' >&2; exit 2"))
                .isInstanceOfSatisfying(
                        OperationRefused.class,
                        refused ->
                                assertThat(refused.said(Messages.ofThePages())).isEqualTo("En 2018, il manque 12 €."));
    }

    @Test
    void saysThatTheProgramSaidNothing() {
        assertThatThrownBy(() -> ask("exit 1")).hasMessage("operation.refus.muet");
    }

    @Test
    void saysThatAnAnswerIsNone() {
        assertThatThrownBy(() -> ask("echo bonjour")).hasMessage("operation.refus.programme");
        assertThatThrownBy(() -> new LeverTrial(program()).ask(ScenarioExamples.CREDITS, Valeur.SCORE))
                .hasMessage("operation.refus.absent");
    }

    @Test
    void triesOneThingAtATime() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("answer"), RecordJson.of(ProgrammeExamples.envelope()));
        String waits =
                "touch %1$s/began; while [ ! -e %1$s/go ]; do sleep 0.1; done; cat %1$s/answer".formatted(folder);
        LeverTrial trials = new LeverTrial(program("/bin/sh", "-c", waits, "sh"));
        var first = CompletableFuture.supplyAsync(() -> trials.ask(ScenarioExamples.CREDITS, Valeur.SCORE));
        while (Files.notExists(folder.resolve("began"))) {
            Thread.sleep(20);
        }

        assertThatThrownBy(() -> trials.ask(ScenarioExamples.CREDITS, Valeur.SCORE))
                .hasMessage("programmation.refus.occupe");
        Files.createFile(folder.resolve("go"));
        assertThat(first.join()).isEqualTo(ProgrammeExamples.envelope());
        assertThat(trials.ask(ScenarioExamples.CREDITS, Valeur.SCORE)).isNotNull();
    }

    private static Enveloppe ask(String script) {
        return new LeverTrial(program("/bin/sh", "-c", script, "sh")).ask(ScenarioExamples.CREDITS, Valeur.SCORE);
    }

    private static OperatorProgram program(String... words) {
        return new OperatorProgram(new ConsoleSettings(
                "passerelle",
                new ConsoleSettings.Kafka("", Map.of(), "", ""),
                new ConsoleSettings.Registry("", "", "", ""),
                new ConsoleSettings.Console(List.of(words), "", Set.of()),
                new ConsoleSettings.Mention("", "")));
    }
}
