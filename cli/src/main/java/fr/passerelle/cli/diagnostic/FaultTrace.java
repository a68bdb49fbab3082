package fr.passerelle.cli.diagnostic;

import fr.passerelle.schemas.person.PersonMask;
import java.io.IOException;
import java.util.List;
import org.springframework.boot.logging.StackTracePrinter;
import org.springframework.boot.logging.StandardStackTracePrinter;

/**
 * The trace of a fault, its causes too, without anybody in it. What Java's own exceptions say may quote a cell, or a path that names
 * somebody: of them only the type is told. Ours and those of the servers' clients say what they have to, masked.
 */
final class FaultTrace implements StackTracePrinter {

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
