package fr.passerelle.proof;

import fr.passerelle.local.process.LocalFault;
import fr.passerelle.local.program.PackagedPrograms;
import fr.passerelle.local.program.Program;
import fr.passerelle.local.program.Program.Launcher;
import fr.passerelle.local.program.Program.Patience;
import fr.passerelle.local.program.Program.Transcript;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Driver;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.logging.LogManager;
import java.util.logging.StreamHandler;
import java.util.stream.Stream;

/**
 * Starts programs in threads of this JVM, each by a class loader of its own over its packaged jar: the classes that people run, warm after
 * the first start. The console is no command: it is always a process.
 */
final class ThreadLauncher implements Launcher {

    /** The classes whose method {@code run(String...)} is the whole program, up to its exit code. */
    private static final Map<String, String> ENTRIES =
            Map.of("cli", "fr.passerelle.cli.Passerelle", "events", "fr.passerelle.events.EventsApplication");

    private final PackagedPrograms programs;
    private final Patience patience;
    private final Map<String, Deque<ClassLoader>> idle = new ConcurrentHashMap<>();

    ThreadLauncher(PackagedPrograms programs, Patience patience) {
        keepTheLogOfTheJvm();
        this.programs = programs;
        this.patience = patience;
    }

    /**
     * Spring takes the JDK's own log over where its root has no handler but the console's: a program would then write what other threads
     * of this JVM log, by classes of another loader.
     */
    private static void keepTheLogOfTheJvm() {
        LogManager.getLogManager().getLogger("").addHandler(new StreamHandler());
    }

    @Override
    public Program start(String module, Map<String, String> properties, List<String> arguments, Path log) {
        var words = Stream.concat(
                        arguments.stream(),
                        properties.entrySet().stream()
                                .map(property -> "--" + property.getKey() + "=" + property.getValue()))
                .toArray(String[]::new);
        var classes = take(module);
        return new ProgramThread(() -> runAndGiveBack(classes, module, words), classes, log, patience);
    }

    /** One program at a time: Spring Batch tells executions apart by their numbers alone, in a table of the whole class. */
    private ClassLoader take(String module) {
        var warm = idleOf(module).poll();
        return warm == null ? loader(programs.unpacked(module)) : warm;
    }

    private Deque<ClassLoader> idleOf(String module) {
        return idle.computeIfAbsent(module, each -> new ConcurrentLinkedDeque<>());
    }

    private int runAndGiveBack(ClassLoader classes, String module, String[] words) throws Exception {
        try {
            return run(classes, module, words);
        } finally {
            idleOf(module).push(classes);
        }
    }

    private static int run(ClassLoader classes, String module, String[] words) throws Exception {
        var entry = classes.loadClass(ENTRIES.get(module)).getMethod("run", String[].class);
        try {
            return (int) entry.invoke(null, (Object) words);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Exception fault ? fault : e;
        }
    }

    private static ClassLoader loader(Path jar) {
        try {
            var classes = new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
            registerDrivers(classes);
            return classes;
        } catch (MalformedURLException e) {
            throw new LocalFault("Impossible de lire " + jar + " : " + e.getMessage(), e);
        }
    }

    /** The JDK looks for drivers of databases once a JVM: those of a loader that comes later register as they are loaded. */
    private static void registerDrivers(ClassLoader classes) {
        ServiceLoader.load(Driver.class, classes).stream().forEach(ServiceLoader.Provider::get);
    }

    /** A program that runs in a thread of this JVM: it can be asked to end, and neither frozen nor killed. */
    private static final class ProgramThread implements Program {

        private static final int FAILED = 1;

        private final Transcript kept;
        private final Patience patience;
        private final Thread thread;
        private volatile int code = FAILED;

        /** Starts what runs up to its exit code, and ends when interrupted; the loader is the one its thread gives to libraries. */
        ProgramThread(Callable<Integer> entry, ClassLoader classes, Path log, Patience patience) {
            this.kept = Transcript.at(log);
            this.patience = patience;
            this.thread = new Thread(() -> run(entry), log.getFileName().toString());
            thread.setContextClassLoader(classes);
            thread.setDaemon(true);
            thread.start();
        }

        private void run(Callable<Integer> entry) {
            try (var output = Files.newOutputStream(kept.outputFile());
                    var errors = Files.newOutputStream(kept.errorsFile())) {
                StandardStreams.give(output, errors);
                code = exitCode(entry);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** As a JVM does of its main method: a fault is printed, and ends the program. */
        private static int exitCode(Callable<Integer> entry) {
            try {
                return entry.call();
            } catch (Exception fault) {
                fault.printStackTrace();
                return FAILED;
            }
        }

        @Override
        public boolean isAlive() {
            return thread.isAlive();
        }

        @Override
        public Transcript kept() {
            return kept;
        }

        @Override
        public Patience patience() {
            return patience;
        }

        @Override
        public int end() {
            if (!hasEndedWithin(patience.work())) {
                thread.interrupt();
                throw failure(
                        "Un programme ne se termine pas en " + patience.work().toSeconds() + " s");
            }
            return code;
        }

        /** Asks it to end; one that does not stays, since no thread can be ended by force. */
        @Override
        public boolean stop() {
            thread.interrupt();
            return hasEndedWithin(patience.stop());
        }

        private boolean hasEndedWithin(Duration cap) {
            try {
                return thread.join(cap);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                throw new LocalFault("Interrompu.", stop);
            }
        }
    }

    /** The standard streams of this JVM, shared out: what a thread writes, or one that it started, goes to its own. */
    private static final class StandardStreams {

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
}
