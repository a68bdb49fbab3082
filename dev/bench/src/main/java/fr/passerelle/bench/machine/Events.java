package fr.passerelle.bench.machine;

import fr.passerelle.bench.measure.MeteredProcess;
import fr.passerelle.local.program.Deployment;
import fr.passerelle.local.program.ProgramProcess;
import java.util.regex.Pattern;

/**
 * The program that stays, over one deployment, as the workstation starts it.
 *
 * @param process that reads the log
 * @param readsSince when it began to read, in milliseconds since 1970
 */
public record Events(ProgramProcess process, long readsSince) implements AutoCloseable {

    /** As a meter calls it. */
    public static final String NAME = "events";

    private static final Pattern CLOSING = Pattern.compile("salles notées en (\\d+) ms");

    /** Starts it and waits until it reads the log. */
    public static Events start(Deployment deployment) {
        return new Events(deployment.eventsReading(), System.currentTimeMillis());
    }

    /**
     * How long the partition took that took longest to answer the end of a run, in seconds.
     *
     * @throws BenchFault when its log tells of none
     */
    public double longestClosing() {
        return CLOSING.matcher(process.output())
                        .results()
                        .mapToLong(closing -> Long.parseLong(closing.group(1)))
                        .max()
                        .orElseThrow(
                                () -> new BenchFault("Le traitement n'a dit d'aucune clôture combien elle a duré."))
                / 1e3;
    }

    /** As a meter looks at it beside what another process does. */
    public MeteredProcess watched() {
        return MeteredProcess.server(NAME, process.pid());
    }

    /** Ends it, by force where it does not soon enough: what it did is measured by then. */
    @Override
    public void close() {
        process.stop();
    }
}
