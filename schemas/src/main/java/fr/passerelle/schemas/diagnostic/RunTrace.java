package fr.passerelle.schemas.diagnostic;

import fr.passerelle.schemas.contract.Sha256;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceId;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.IdGenerator;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * The trace of a run, where somebody collects traces (OpenTelemetry): what each program did for it, and for how long. The work of all
 * programs is in one trace, because its id follows from the run's: nothing travels with the records.
 */
public final class RunTrace {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Work NONE = new Work(Span.getInvalid(), Scope.noop());

    private static volatile @Nullable Tracer tracer;

    private RunTrace() {}

    /**
     * Sends what is done from now on to a collector, until that is closed. A collector that does not answer costs at most the five seconds
     * of the end, and a warning.
     *
     * @param endpoint of OTLP over HTTP, such as {@code http://localhost:4318/v1/traces}; empty: nothing is traced
     * @param program as the collector shows it
     * @param namespace of the topics: runs of two namespaces have the same names
     */
    public static AutoCloseable to(String endpoint, String program, String namespace) {
        if (endpoint.isBlank()) {
            return () -> {};
        }
        OtlpHttpSpanExporter exporter = OtlpHttpSpanExporter.builder()
                .setEndpoint(endpoint)
                .setTimeout(PATIENCE)
                .build();
        SdkTracerProvider provider = SdkTracerProvider.builder()
                .setResource(Resource.create(Attributes.builder()
                        .put("service.name", program)
                        .put("service.namespace", namespace)
                        .build()))
                .setIdGenerator(new RunTraceIds(namespace))
                .addSpanProcessor(BatchSpanProcessor.builder(exporter)
                        .setExporterTimeout(PATIENCE)
                        .build())
                .build();
        tracer = provider.get("fr.passerelle");
        return () -> {
            tracer = null;
            provider.shutdown().join(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        };
    }

    /** Work that begins now on this thread for the run that it works on; what begins before its end is a part of it. */
    @SuppressWarnings("MustBeClosedChecker") // Who is given the work closes it.
    public static Work begin(String name) {
        Tracer there = tracer;
        String run = MDC.get(DiagnosticRun.KEY);
        if (there == null || run == null) {
            return NONE;
        }
        Span span = there.spanBuilder(name).setAttribute("passerelle.run", run).startSpan();
        return new Work(span, span.makeCurrent());
    }

    /** Some work, to be ended by the thread that began it. */
    public static final class Work implements AutoCloseable {

        private final Span span;
        private final Scope scope;

        private Work(Span span, Scope scope) {
            this.span = span;
            this.scope = scope;
        }

        /** How many things it was about. */
        public Work about(long many) {
            span.setAttribute("passerelle.records", many);
            return this;
        }

        /** It did not do what it had to. */
        public void fail() {
            span.setStatus(StatusCode.ERROR);
        }

        @Override
        public void close() {
            scope.close();
            span.end();
        }
    }

    /** The run that a thread works on: each line that it logs meanwhile tells which, as {@code N-000001} or {@code R-000001}. */
    public static final class DiagnosticRun {

        /** Under which a line holds it. */
        public static final String KEY = "run";

        private DiagnosticRun() {}

        /** This thread works on a run from now on. Where a fault ends the work it stays: the line that tells of the fault is still the run's. */
        public static void begin(String id) {
            MDC.put(KEY, id);
        }

        /** This thread has done what it had to do for the run. */
        public static void end() {
            MDC.remove(KEY);
        }

        /** Threads that end with the program, and work on the run of whoever needs them first. */
        public static ThreadFactory threads(String name) {
            ThreadFactory threads = Thread.ofPlatform().daemon().name(name).factory();
            return work -> {
                @Nullable Map<String, String> told = MDC.getCopyOfContextMap();
                return threads.newThread(() -> {
                    MDC.setContextMap(told == null ? Map.of() : told);
                    work.run();
                });
            };
        }
    }

    /** One trace a run, its id the beginning of the SHA-256 of namespace and run: each program finds it alone. */
    private record RunTraceIds(String namespace) implements IdGenerator {

        @Override
        public String generateSpanId() {
            return IdGenerator.random().generateSpanId();
        }

        @Override
        public String generateTraceId() {
            String run = MDC.get(DiagnosticRun.KEY);
            return run == null
                    ? IdGenerator.random().generateTraceId()
                    : Sha256.of(namespace + "/" + run).substring(0, TraceId.getLength());
        }
    }
}
