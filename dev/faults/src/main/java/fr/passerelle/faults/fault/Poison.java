package fr.passerelle.faults.fault;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.passerelle.local.process.Poll;
import fr.passerelle.local.program.ProgramProcess;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A record that nobody can decode, among those of the log. It must end among the dead letters and change nothing. */
final class Poison implements Strike {

    private static final List<byte[]> VALUES = List.of(
            "ceci n'est pas un enregistrement".getBytes(UTF_8),
            new byte[] {0, 0, 0, 0, 1},
            new byte[] {0, 0, 0},
            new byte[] {0, 0, 0, 0, 0, 1, 2, 3},
            new byte[] {0, 0, 15, 66, 64, 1, 2, 3});
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Moment moment;
    private final int kind;
    private final int partition;
    private long deadBefore;
    private boolean fired;

    Poison(Moment moment, int kind, int partition) {
        this.moment = moment;
        this.kind = kind;
        this.partition = partition;
    }

    static int kinds() {
        return VALUES.size();
    }

    @Override
    public String name() {
        return "poison";
    }

    @Override
    public String when() {
        return moment + ", sorte " + kind + ", partition " + partition;
    }

    @Override
    public int phase() {
        return moment.rank();
    }

    @Override
    public Evidence strike(ProgramProcess command, Stage stage) {
        if (!moment.await(command)) {
            return new Evidence(false, "la nuit était finie");
        }
        var broker = stage.target().deployment().broker();
        deadBefore = dead(stage);
        var there = broker.write(new ProducerRecord<>(
                stage.target().deployment().topics().transitions().name(),
                partition,
                "poison".getBytes(UTF_8),
                Objects.requireNonNull(VALUES.get(kind))));
        stage.target().injected(partition, there.offset());
        fired = true;
        return new Evidence(true, "position " + there.offset());
    }

    @Override
    public List<String> unmet(Stage stage) {
        return !fired || Poll.until(PATIENCE, () -> dead(stage) == deadBefore + 1)
                ? List.of()
                : List.of("l'enregistrement illisible n'est pas parmi les lettres mortes (" + dead(stage) + " contre "
                        + deadBefore + " avant)");
    }

    private static long dead(Stage stage) {
        return stage.target()
                .deployment()
                .broker()
                .committed(stage.target().deployment().topics().deadLetters())
                .size();
    }
}
