package fr.passerelle.local.server;

import fr.passerelle.local.process.PidFile;
import fr.passerelle.local.server.Daemon.Probe;
import fr.passerelle.local.server.Daemon.ServerDirectories;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Passerelle's console on a port of the loopback address, and the command of the operators' program, word by word. */
record ConsoleDaemon(ServerDirectories layout, List<String> program, List<String> operator, Path firstPassword)
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
                                "-Dserver.port=" + port, "-Dpasserelle.console.first-password-file=" + firstPassword),
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
