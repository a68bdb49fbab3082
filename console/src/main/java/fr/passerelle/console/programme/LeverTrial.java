package fr.passerelle.console.programme;

import fr.passerelle.console.operation.OperationRefused;
import fr.passerelle.console.operation.OperatorProgram;
import fr.passerelle.published.scenario.CreditLines;
import fr.passerelle.schemas.contract.RecordParser;
import fr.passerelle.schemas.contract.UndecodableRecord;
import fr.passerelle.schemas.event.Enveloppe;
import fr.passerelle.schemas.event.Valeur;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/**
 * Trials of other credits: the operators' program, one at a time and not for long, in a folder that only who runs the console may read. The
 * answer is shown; the folder goes with it.
 */
@Component
class LeverTrial {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final OperatorProgram program;
    private final Semaphore turn = new Semaphore(1);

    LeverTrial(OperatorProgram program) {
        this.program = program;
    }

    /** Whether the console may start it. */
    boolean isPossible() {
        return program.isThere();
    }

    /**
     * What these credits would fund.
     *
     * @throws OperationRefused where another trial runs, the program refuses, or takes too long
     */
    Enveloppe ask(CreditLines credits, Valeur valeur) {
        if (!isPossible()) {
            throw new OperationRefused("operation.refus.absent");
        }
        if (!turn.tryAcquire()) {
            throw new OperationRefused("programmation.refus.occupe");
        }
        try {
            return answered(credits, valeur);
        } catch (IOException | UndecodableRecord e) {
            throw new OperationRefused("operation.refus.programme");
        } finally {
            turn.release();
        }
    }

    private Enveloppe answered(CreditLines credits, Valeur valeur) throws IOException {
        Path folder = Files.createTempDirectory("passerelle-essai-");
        Path file = folder.resolve("credits.csv");
        Path answer = folder.resolve("reponse.json");
        Path said = folder.resolve("dit.log");
        try {
            Files.writeString(file, credits.text());
            program.answer(
                    List.of("enveloppe", "essai", "--credits=" + file, "--valeur=" + valeur, "--json"),
                    answer,
                    said,
                    PATIENCE);
            return RecordParser.parse(Files.readString(answer), Enveloppe.class);
        } finally {
            for (Path each : List.of(file, answer, said, folder)) {
                Files.deleteIfExists(each);
            }
        }
    }
}
