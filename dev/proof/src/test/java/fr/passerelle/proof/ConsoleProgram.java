package fr.passerelle.proof;

import fr.passerelle.local.fixture.Scratch;
import fr.passerelle.local.process.ChildProcesses;
import fr.passerelle.local.process.PrivateFiles;
import fr.passerelle.local.program.ProgramProcess;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The console as people run it, a process on a port of its own. */
final class ConsoleProgram implements AutoCloseable {

    private static final String FIRST_PASSWORD = "celui du fichier";

    private final ProgramProcess program;
    private final Map<String, String> properties;

    private ConsoleProgram(ProgramProcess program, Map<String, String> properties) {
        this.program = program;
        this.properties = properties;
    }

    /** Starts it, and waits until it serves; the first account has the password given, which it changes to where it is new. */
    static ConsoleProgram start(Map<String, String> properties, String password) {
        var all = new LinkedHashMap<>(properties);
        all.put("server.port", String.valueOf(freePort()));
        var first = Tree.write(Scratch.directory("console").resolve("password"), FIRST_PASSWORD);
        all.put("passerelle.console.first-password-file", first.toString());
        var program = Deployments.start("console", all, List.of());
        var console = new ConsoleProgram(program, all);
        Waiting.until(() -> console.serves() || !program.isAlive());
        if (!program.isAlive()) {
            throw new AssertionError("The console ended:\n" + program.transcript());
        }
        if (new Visitor(console.home()).comesIn(ConsoleSystem.ADMIN, FIRST_PASSWORD)) {
            Visitor.settled(console.home(), ConsoleSystem.ADMIN, FIRST_PASSWORD, password);
        }
        return console;
    }

    /** The same, which tells its health and its figures on a port apart. */
    static ConsoleProgram supervised(Map<String, String> properties, String password) {
        var all = new LinkedHashMap<>(properties);
        all.put("management.server.port", String.valueOf(freePort()));
        return start(all, password);
    }

    URI home() {
        return at("server.port");
    }

    /** Where it tells its health and its figures, where it is {@link #supervised}. */
    URI supervision() {
        return at("management.server.port");
    }

    private URI at(String port) {
        return URI.create("http://127.0.0.1:" + properties.get(port) + "/");
    }

    String log() {
        return program.transcript();
    }

    /** How many objects of a class it holds, after a collection. */
    long count(String type) {
        return histogram()
                .filter(cells -> cells.length > 3 && cells[3].equals(type))
                .mapToLong(cells -> Long.parseLong(cells[1]))
                .sum();
    }

    /** Bytes of all that it holds, after a collection. */
    long heap() {
        return histogram()
                .filter(cells -> cells[0].equals("Total"))
                .mapToLong(cells -> Long.parseLong(cells[2]))
                .sum();
    }

    private Stream<String[]> histogram() {
        return ChildProcesses.run(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(program.pid()),
                        "GC.class_histogram"))
                .output()
                .lines()
                .map(line -> line.strip().split("\\s+"));
    }

    @Override
    public void close() {
        program.close();
    }

    private boolean serves() {
        return new Visitor(home()).status("/favicon.svg") == 200;
    }

    static int freePort() {
        return PrivateFiles.unchecked(() -> {
            try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            }
        });
    }
}
