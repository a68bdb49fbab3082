package fr.passerelle.schemas.diagnostic;

import java.util.Map;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** The run that a thread works on: each line that it logs meanwhile tells which, as {@code N-000001} or {@code R-000001}. */
public final class DiagnosticRun {

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
