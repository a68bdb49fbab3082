package fr.passerelle.cli.diagnostic;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import fr.passerelle.schemas.diagnostic.RunTrace.DiagnosticRun;
import fr.passerelle.schemas.person.PersonMask;
import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.boot.json.JsonWriter;
import org.springframework.boot.logging.StackTracePrinter;
import org.springframework.boot.logging.StandardStackTracePrinter;
import org.springframework.boot.logging.structured.StructuredLogFormatter;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;

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
                        event.getThrowableProxy() instanceof ThrowableProxy fault
                                ? traces.printStackTraceToString(fault.getThrowable())
                                : "");
    }

    /**
     * The trace of a fault, its causes too, without anybody in it. What Java's own exceptions say may quote a cell, or a path that names
     * somebody: of them only the type is told. Ours and those of the servers' clients say what they have to, masked.
     */
    static final class FaultTrace implements StackTracePrinter {

        private static final List<String> SAY_NO_CELL =
                List.of("fr.passerelle.", "java.sql.", "org.postgresql.", "org.apache.kafka.", "org.springframework.");

        private static final StandardStackTracePrinter PRINTER =
                StandardStackTracePrinter.rootLast().withFormatter(FaultTrace::heading);

        @Override
        public void printStackTrace(Throwable fault, Appendable out) throws IOException {
            PRINTER.printStackTrace(fault, out);
        }

        private static String heading(Throwable fault) {
            String type = fault.getClass().getName();
            String message = fault.getMessage();
            return message != null && SAY_NO_CELL.stream().anyMatch(type::startsWith)
                    ? type + ": " + PersonMask.mask(message)
                    : type;
        }
    }

    /** The mask of persons over all that a line of JSON says. */
    static final class DiagnosticMask implements StructuredLoggingJsonMembersCustomizer<ILoggingEvent> {

        @Override
        public void customize(JsonWriter.Members<ILoggingEvent> members) {
            members.applyingValueProcessor(
                    JsonWriter.ValueProcessor.of(String.class, text -> text == null ? null : PersonMask.mask(text)));
        }
    }
}
