package fr.passerelle.batch.run;

import fr.passerelle.batch.server.Settings;
import fr.passerelle.journal.deadletter.DeadLetters;
import fr.passerelle.published.run.RunMetrics;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The figures of the runs in a file, once each command that works on runs has ended: it is gone before anybody could scrape it. */
@Component
public record MetricsFile(RunMetrics metrics, DeadLetters letters, Settings settings) {

    private static final Logger LOG = LoggerFactory.getLogger(MetricsFile.class);

    /** Made before any run begins or goes on: a program without a file does neither. */
    public MetricsFile {
        Objects.requireNonNull(settings.metrics(), "passerelle.metrics");
    }

    /** Replaces the file, all at once. Where it cannot be written a warning says so: a run is not worth less for it. */
    public void write() {
        Path file = settings.metrics().toAbsolutePath();
        try {
            Files.createDirectories(file.getParent());
            Path whole = file.resolveSibling(file.getFileName() + ".new");
            try (OutputStream out = Files.newOutputStream(whole)) {
                PrometheusTextFormatWriter.create().write(out, figures());
            }
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | RuntimeException e) {
            LOG.warn("Les mesures n'ont pas pu être écrites dans {} : {}", file, e.toString());
        }
    }

    private MetricSnapshots figures() {
        return new MetricSnapshots(
                Stream.concat(metrics.collect().stream(), waiting()).toList());
    }

    /** Nothing where Kafka does not answer: that a run stopped for it is to be told all the same. */
    private Stream<MetricSnapshot> waiting() {
        try {
            return Stream.of(RunMetrics.gauge(
                    "passerelle_dead_letters_waiting",
                    "Records that nobody could read and nobody has taken care of",
                    letters.waiting()));
        } catch (RuntimeException away) {
            LOG.warn("Les lettres mortes n'ont pas pu être comptées : {}", away.toString());
            return Stream.empty();
        }
    }
}
