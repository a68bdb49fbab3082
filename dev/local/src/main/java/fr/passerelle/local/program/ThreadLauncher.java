package fr.passerelle.local.program;

import fr.passerelle.local.process.LocalFault;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Driver;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.logging.LogManager;
import java.util.logging.StreamHandler;
import java.util.stream.Stream;

/**
 * Starts programs in threads of this JVM, each by a class loader of its own over its packaged jar: the classes that people run, warm after
 * the first start. The console is no command: it is always a process.
 */
public final class ThreadLauncher implements Launcher {

    /** The classes whose method {@code run(String...)} is the whole program, up to its exit code. */
    private static final Map<String, String> ENTRIES =
            Map.of("cli", "fr.passerelle.cli.Passerelle", "events", "fr.passerelle.events.EventsApplication");

    private final PackagedPrograms programs;
    private final Patience patience;
    private final Map<String, Deque<ClassLoader>> idle = new ConcurrentHashMap<>();

    /** @param programs whose jars are run */
    public ThreadLauncher(PackagedPrograms programs, Patience patience) {
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
}
