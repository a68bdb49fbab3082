package fr.passerelle.cli;

import java.io.PrintWriter;
import java.util.stream.Stream;

/** What people read: each line is as wide as a terminal. What machines read goes past it. */
final class TerminalWriter extends PrintWriter {

    TerminalWriter(PrintWriter out) {
        super(out, true);
    }

    @Override
    public void println(String text) {
        Stream<String> lines = text.isEmpty() ? Stream.of(text) : text.lines();
        lines.flatMap(line -> TerminalLines.of(line).stream()).forEach(super::println);
    }
}
