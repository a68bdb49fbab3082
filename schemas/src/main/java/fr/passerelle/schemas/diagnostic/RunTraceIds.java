package fr.passerelle.schemas.diagnostic;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.opentelemetry.api.trace.TraceId;
import io.opentelemetry.sdk.trace.IdGenerator;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.slf4j.MDC;

/**
 * One trace a run: its id is the beginning of the SHA-256 of namespace and run, so that each program finds it alone. Spans have random
 * ids.
 */
record RunTraceIds(String namespace) implements IdGenerator {

    @Override
    public String generateSpanId() {
        return IdGenerator.random().generateSpanId();
    }

    @Override
    public String generateTraceId() {
        String run = MDC.get(DiagnosticRun.KEY);
        return run == null ? IdGenerator.random().generateTraceId() : of(run);
    }

    /** That of a run: 32 hexadecimal digits. */
    String of(String run) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest((namespace + "/" + run).getBytes(UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, TraceId.getLength());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Each Java platform has SHA-256", e);
        }
    }
}
