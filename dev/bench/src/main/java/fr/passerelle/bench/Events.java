package fr.passerelle.bench;

import fr.passerelle.local.process.LocalFault;
import fr.passerelle.local.process.Poll;
import fr.passerelle.local.program.Deployment;
import fr.passerelle.local.program.ProgramProcess;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.apache.kafka.common.TopicPartition;

/** The program that stays, as the workstation starts it, and since when it reads, in milliseconds since 1970. */
record Events(Deployment deployment, ProgramProcess process, long readsSince) implements AutoCloseable {

    /** As a meter calls it. */
    static final String NAME = "events";

    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final Pattern CLOSING = Pattern.compile("salles notées en (\\d+) ms");

    static Events start(Deployment deployment) {
        return new Events(deployment, deployment.eventsReading(), System.currentTimeMillis());
    }

    void awaitAllRead() {
        Map<String, Object> group = Map.of("group.id", deployment.namespace() + ".events");
        try (var log = BareConsumer.consumer(deployment.endpoints().administrator(), TestBed.log(deployment), group)) {
            Map<TopicPartition, Long> ends = log.endOffsets(log.assignment());
            await(() -> {
                var read = log.committed(ends.keySet());
                return ends.entrySet().stream().allMatch(end -> {
                    var position = read.get(end.getKey());
                    return end.getValue() == 0 || position != null && position.offset() >= end.getValue();
                });
            });
        }
    }

    void awaitScored() {
        String scored = "select count(*) from passerelle.run_scored where namespace = '" + deployment.namespace() + "'";
        await(() -> deployment.number(scored) == TestBed.PARTITIONS);
    }

    /** How many seconds the slowest partition took to answer the end of a run, which its log must tell. */
    double longestClosing() {
        return CLOSING.matcher(process.output())
                        .results()
                        .mapToLong(closing -> Long.parseLong(closing.group(1)))
                        .max()
                        .orElseThrow(
                                () -> new LocalFault("Le traitement n'a dit d'aucune clôture combien elle a duré."))
                / 1e3;
    }

    /** Ends it, by force where it does not soon enough: what it did is measured by then. */
    @Override
    public void close() {
        process.stop();
    }

    private void await(BooleanSupplier reached) {
        if (!Poll.until(LONGEST, reached)) {
            throw new LocalFault("Le traitement de " + deployment.namespace() + " n'avance plus.");
        }
    }
}
