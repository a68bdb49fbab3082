package fr.passerelle.events.stream;

import fr.passerelle.schemas.contract.KafkaAccess;
import fr.passerelle.schemas.contract.RecordCodec;
import fr.passerelle.schemas.contract.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Runs the topology of one namespace from start to stop. A fault in processing ends it: it says so, and nothing half done is committed. */
public final class StreamsLifecycle implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(StreamsLifecycle.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Topics topics;
    private final KafkaAccess kafka;
    private final StreamSettings settings;
    private final EventsTopology topology;
    private final Runnable onFault;
    private @Nullable KafkaStreams streams;

    /**
     * @param topics the namespace that is read and written; the application id is {@code <namespace>.events}
     * @param onFault called once when a fault ended it; must not wait for {@link #stop()}
     */
    public StreamsLifecycle(
            Topics topics, KafkaAccess kafka, StreamSettings settings, RecordCodec codec, Runnable onFault) {
        this.topics = topics;
        this.kafka = kafka;
        this.settings = settings;
        this.topology = new EventsTopology(topics, codec);
        this.onFault = onFault;
    }

    @Override
    public synchronized void start() {
        Path state = StateDirectory.of(settings.stateDir(), topics, kafka);
        KafkaStreams started = new KafkaStreams(topology.build(), settings.properties(topics, kafka, state));
        started.setUncaughtExceptionHandler(this::stopOn);
        started.setStateListener((now, before) -> announce(now));
        streams = started;
        started.start();
    }

    /** Leaves the group at once: who asks whether the log is read must not be told of a member that is gone. */
    @Override
    public synchronized void stop() {
        CloseOptions leaving = CloseOptions.timeout(PATIENCE)
                .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP);
        if (streams != null && !streams.close(leaving)) {
            LOG.warn("La lecture du journal ne s'est pas arrêtée en {} s.", PATIENCE.toSeconds());
        }
        streams = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return streams != null;
    }

    /** Whether partitions are read or being shared out. */
    public synchronized boolean isReading() {
        return streams != null && streams.state().isRunningOrRebalancing();
    }

    /** What its clients measure; nothing while it does not run. */
    public synchronized Map<MetricName, ? extends Metric> metrics() {
        return streams == null ? Map.of() : streams.metrics();
    }

    /** Started by whoever has checked that it can run. */
    @Override
    public boolean isAutoStartup() {
        return false;
    }

    private StreamThreadExceptionResponse stopOn(Throwable fault) {
        LOG.error("Faute dans le traitement du journal : arrêt, rien d'inachevé n'est validé.", fault);
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    private void announce(KafkaStreams.State state) {
        switch (state) {
            case RUNNING ->
                LOG.info("Le journal {} est lu.", topics.transitions().name());
            case ERROR -> onFault.run();
            default -> LOG.debug("Lecture du journal : {}", state);
        }
    }
}
