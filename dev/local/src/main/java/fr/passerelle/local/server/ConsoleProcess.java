package fr.passerelle.local.server;

import fr.passerelle.local.process.LocalFault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Passerelle's console over the servers of a directory: started after them, ended before them. */
public final class ConsoleProcess {

    /** The account that is there from the first start on. */
    public static final String FIRST_ACCOUNT = "admin";

    private static final String FIRST_PASSWORD = "console-admin";

    private final ServerProcess process;
    private final Secrets secrets;
    private final Path jar;

    private ConsoleProcess(ServerDirectories layout, Path jar, List<String> operator) {
        this.secrets = new Secrets(layout.secrets());
        this.process =
                new ServerProcess(layout, new ConsoleDaemon(layout, jar, operator, secrets.file(FIRST_PASSWORD)));
        this.jar = jar;
    }

    /**
     * The process of a directory, as it is.
     *
     * @param var the directory of the servers
     * @param jar the program, which only {@link #start()} needs
     * @param operator the command that runs the operators' program, word by word, which only {@link #start()} needs
     */
    public static ConsoleProcess at(Path var, Path jar, List<String> operator) {
        return new ConsoleProcess(new ServerDirectories(var), jar, operator);
    }

    /** Starts it unless it runs, and waits until it serves. */
    public void start() {
        if (!Files.exists(jar)) {
            throw new LocalFault(
                    "Le programme console manque (" + jar + ") : construisez-le avec « mvn -q package -DskipTests ».");
        }
        secrets.of(FIRST_PASSWORD);
        process.start();
    }

    /** Whether the first account was not yet given its password: it is to be told, this once. */
    public boolean isNew() {
        return !Files.exists(secrets.file(FIRST_PASSWORD));
    }

    /** Where that password is kept, for its owner only. */
    public Path firstPasswordFile() {
        return secrets.file(FIRST_PASSWORD);
    }

    /** The password that the first account was given. */
    public String firstPassword() {
        return secrets.of(FIRST_PASSWORD);
    }

    /** Ends it in good order; answers whether it ran. */
    public boolean stop() {
        return process.stop();
    }

    /** What it does now. */
    public ServerStatus status() {
        return process.status();
    }
}
