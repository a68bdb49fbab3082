package fr.passerelle.local.program;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * The standard streams of this JVM, shared out among threads: what a thread writes, or one that it started, goes to the streams that were
 * given to it.
 */
final class StandardStreams {

    private static final InheritableThreadLocal<OutputStream> OUTPUT = new InheritableThreadLocal<>();
    private static final InheritableThreadLocal<OutputStream> ERRORS = new InheritableThreadLocal<>();

    static {
        System.setOut(shared(OUTPUT, System.out));
        System.setErr(shared(ERRORS, System.err));
    }

    private StandardStreams() {}

    /** Gives streams to this thread and to those that it will start. */
    static void give(OutputStream output, OutputStream errors) {
        OUTPUT.set(output);
        ERRORS.set(errors);
    }

    private static PrintStream shared(ThreadLocal<OutputStream> own, PrintStream others) {
        return new PrintStream(new Shared(own, others), true, StandardCharsets.UTF_8);
    }

    /** Writes to the stream of the thread that writes, to the JVM's own where it has none. */
    private static final class Shared extends FilterOutputStream {

        private final ThreadLocal<OutputStream> own;

        Shared(ThreadLocal<OutputStream> own, OutputStream others) {
            super(others);
            this.own = own;
        }

        @Override
        public void write(int each) throws IOException {
            stream().write(each);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            stream().write(bytes, from, length);
        }

        @Override
        public void flush() throws IOException {
            stream().flush();
        }

        private OutputStream stream() {
            var given = own.get();
            return given == null ? out : given;
        }
    }
}
