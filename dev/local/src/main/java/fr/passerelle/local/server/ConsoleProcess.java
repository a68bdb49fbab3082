package fr.passerelle.local.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Passerelle's console over the servers of a directory: started after them, ended before them. */
public final class ConsoleProcess {

    /** The account that is there from the first start on. */
    public static final String FIRST_ACCOUNT = "admin";

    private static final String FIRST_PASSWORD = "console-admin";

    private final ServerDirectories layout;
    private final Secrets secrets;

    private ConsoleProcess(ServerDirectories layout) {
        this.layout = layout;
        this.secrets = new Secrets(layout.secrets());
    }

    /**
     * The process of a directory, as it is.
     *
     * @param var the directory of the servers
     */
    public static ConsoleProcess at(Path var) {
        return new ConsoleProcess(new ServerDirectories(var));
    }

    /**
     * Starts it unless it runs, and waits until it serves.
     *
     * @param program how, behind the options of Java
     * @param operator the command that runs the operators' program, word by word
     */
    public void start(List<String> program, List<String> operator) {
        secrets.of(FIRST_PASSWORD);
        process(program, operator).start();
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
        return process(List.of(), List.of()).stop();
    }

    /** What it does now. */
    public ServerStatus status() {
        return process(List.of(), List.of()).status();
    }

    private ServerProcess process(List<String> program, List<String> operator) {
        return new ServerProcess(layout, new ConsoleDaemon(layout, program, operator, secrets.file(FIRST_PASSWORD)));
    }
}
