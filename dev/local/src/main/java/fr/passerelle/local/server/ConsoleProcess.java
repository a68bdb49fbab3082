package fr.passerelle.local.server;

import fr.passerelle.local.process.PidFile;
import fr.passerelle.local.server.Daemon.Probe;
import fr.passerelle.local.server.Daemon.ServerDirectories;
import fr.passerelle.local.server.PostgresqlAccess.Secrets;
import fr.passerelle.local.server.Server.Status;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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

    /** The process of a directory, as it is. */
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
    public Status status() {
        return process(List.of(), List.of()).status();
    }

    private ServerProcess process(List<String> program, List<String> operator) {
        return new ServerProcess(layout, new ConsoleDaemon(layout, program, operator, secrets.file(FIRST_PASSWORD)));
    }

    /** Passerelle's console on a port of the loopback address. */
    private record ConsoleDaemon(
            ServerDirectories layout, List<String> program, List<String> operator, Path firstPassword)
            implements Daemon {

        private static final int PREFERRED = 8095;

        @Override
        public Server server() {
            return Server.CONSOLE;
        }

        @Override
        public List<String> command(int port) {
            return Stream.of(
                            passerelle(
                                    "-Dserver.port=" + port,
                                    "-Dpasserelle.console.first-password-file=" + firstPassword),
                            operatorWords(),
                            program)
                    .flatMap(List::stream)
                    .toList();
        }

        private List<String> operatorWords() {
            return IntStream.range(0, operator.size())
                    .mapToObj(i -> "-Dpasserelle.console.operator[" + i + "]=" + operator.get(i))
                    .toList();
        }

        /** The port it had, else one that is easy to remember, else any. */
        @Override
        public int choosePort(int before) {
            if (before != 0 && Ports.isFree(before)) {
                return before;
            }
            return Ports.isFree(PREFERRED) ? PREFERRED : Ports.free();
        }

        @Override
        public boolean ready(PidFile.Entry entry) {
            return Probe.answers(entry.port(), "/actuator/health/liveness");
        }
    }
}
