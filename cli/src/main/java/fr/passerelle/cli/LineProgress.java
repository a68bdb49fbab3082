package fr.passerelle.cli;

import fr.passerelle.published.run.RunProgress;
import java.io.PrintStream;

/** One line a phase; on a terminal, a bar where the length is known. */
final class LineProgress implements RunProgress {

    private static final int BAR = 30;
    private static final int NAME = 44;

    private final PrintStream out;
    private final boolean terminal = System.console() != null;
    private String phase = "";
    private long begun;

    LineProgress(PrintStream out) {
        this.out = out;
    }

    @Override
    public void begin(String name) {
        phase = name;
        begun = System.nanoTime();
        if (terminal) {
            out.print("\r" + padded());
            out.flush();
        }
    }

    @Override
    public void advance(long done, long total) {
        if (terminal && total > 0) {
            int full = Math.toIntExact(BAR * Math.min(done, total) / total);
            out.print("\r" + padded() + "[" + "█".repeat(full) + "·".repeat(BAR - full) + "] " + done + "/" + total);
            out.flush();
        }
    }

    @Override
    public void end(String summary) {
        double seconds = (System.nanoTime() - begun) / 1e9;
        String line = padded() + summary + " (" + CommandFrench.seconds(seconds) + ")";
        out.print(terminal ? "\r\u001b[K" : "");
        TerminalLines.of(line).forEach(out::println);
    }

    private String padded() {
        return phase + " " + ".".repeat(Math.max(3, NAME - phase.length())) + " ";
    }
}
