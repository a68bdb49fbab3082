package fr.passerelle.cli.diagnostic;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import fr.passerelle.schemas.diagnostic.DiagnosticRun;
import fr.passerelle.schemas.person.PersonMask;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.StackTracePrinter;
import org.springframework.boot.logging.structured.StructuredLogFormatter;

/** A line as people read it: when, how grave, of which run, who says it, what; then the trace. */
final class DiagnosticLine implements StructuredLogFormatter<ILoggingEvent> {

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX").withZone(ZoneId.systemDefault());

    private final StackTracePrinter traces = new FaultTrace();

    @Override
    public String format(ILoggingEvent event) {
        return "%s %s [%s] %s : %s%n%s"
                .formatted(
                        WHEN.format(event.getInstant()),
                        event.getLevel(),
                        event.getMDCPropertyMap().getOrDefault(DiagnosticRun.KEY, "-"),
                        event.getLoggerName(),
                        PersonMask.mask(event.getFormattedMessage()),
                        trace(event.getThrowableProxy()));
    }

    private String trace(@Nullable IThrowableProxy thrown) {
        return thrown instanceof ThrowableProxy fault ? traces.printStackTraceToString(fault.getThrowable()) : "";
    }
}
