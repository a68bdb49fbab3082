package fr.passerelle.local.server;

import fr.passerelle.local.process.ChildProcesses;
import fr.passerelle.local.process.LocalFault;
import fr.passerelle.local.process.PidFile;
import fr.passerelle.local.process.Poll;
import fr.passerelle.local.process.PrivateFiles;
import fr.passerelle.local.process.ProcessMark;
import fr.passerelle.local.server.Daemon.Probe;
import fr.passerelle.local.server.Daemon.ServerDirectories;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** PostgreSQL, durable: nothing is answered before it is on the disk. It logs no row, no statement and no parameter. */
record PostgresqlDaemon(Server server, ServerDirectories layout) implements Daemon {

    /** Passwords are 192 bits that were drawn: to derive their keys 4,096 times protects nothing, and each connection pays for it. */
    private static final String ONE_ITERATION = "scram_iterations=1";

    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            ONE_ITERATION,
            "fsync=on",
            "synchronous_commit=on",
            "max_connections=200",
            "shared_buffers=256MB",
            "log_error_verbosity=terse",
            "log_min_error_statement=panic",
            "log_parameter_max_length=0",
            "timezone=UTC",
            "log_timezone=UTC");

    private static final Duration BACKENDS_CAP = Duration.ofSeconds(20);

    @Override
    public void prepare() {
        if (!Files.isDirectory(directory())) {
            initialise(directory().resolveSibling(server.id() + ".new"));
        }
    }

    private void initialise(Path draft) {
        PrivateFiles.deleteTree(draft);
        layout.access().password(PostgresqlAccess.SUPERUSER);
        ChildProcesses.run(unprivileged(List.of(
                        Installation.find().postgresql("initdb").toString(),
                        "--pgdata=" + draft,
                        "--username=" + PostgresqlAccess.SUPERUSER,
                        "--pwfile=" + layout.access().file(PostgresqlAccess.SUPERUSER),
                        "--auth=scram-sha-256",
                        "--set=" + ONE_ITERATION,
                        "--encoding=UTF8",
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8")))
                .expected("PostgreSQL n'a pas pu créer ses données");
        PrivateFiles.move(draft, directory());
    }

    @Override
    public List<String> command(int port) {
        forgetDeadOwner();
        var line = new ArrayList<>(List.of(
                Installation.find().postgresql("postgres").toString(),
                "-D",
                directory().toString(),
                "-p",
                "" + port));
        SETTINGS.forEach(setting -> line.addAll(List.of("-c", setting)));
        line.addAll(List.of("-c", layout.marker(server)));
        return unprivileged(line);
    }

    /** After a kill its lock names a process id that another program may have by now; it must stay as long as other processes of it work on the data. */
    private void forgetDeadOwner() {
        if (!Poll.until(BACKENDS_CAP, () -> !ProcessMark.anyIn(directory()))) {
            throw new LocalFault("Un autre PostgreSQL travaille déjà sur " + directory() + " : arrêtez-le d'abord.");
        }
        PrivateFiles.unchecked(() -> Files.deleteIfExists(directory().resolve("postmaster.pid")));
    }

    /** PostgreSQL refuses to run as root: a namespace in which we are nobody satisfies it, the files stay ours. */
    private static List<String> unprivileged(List<String> command) {
        if (!ChildProcesses.asRoot()) {
            return command;
        }
        if (ChildProcesses.run(List.of("unshare", "-U", "true")).exit() != 0) {
            throw new LocalFault("PostgreSQL refuse de tourner sous root et « unshare -U » est interdit ici :"
                    + " lancez Passerelle sous un autre compte.");
        }
        return Stream.concat(Stream.of("unshare", "-U"), command.stream()).toList();
    }

    @Override
    public boolean ready(PidFile.Entry entry) {
        return Probe.isYes(() -> {
            try (var connection = layout.access().superuser(entry.port(), "postgres")) {
                return connection.isValid((int) Probe.CAP.toSeconds());
            }
        });
    }

    @Override
    public void opened(int port) {
        layout.access().createRoles(port);
    }
}
