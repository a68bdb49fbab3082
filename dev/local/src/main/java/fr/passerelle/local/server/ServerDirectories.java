package fr.passerelle.local.server;

import fr.passerelle.local.process.PidFile;
import java.nio.file.Path;

/** Where everything lies under the directory of the servers. */
record ServerDirectories(Path var) {

    ServerDirectories {
        var = var.toAbsolutePath().normalize();
    }

    Path data(Server server) {
        return var.resolve(server.id());
    }

    Path log(Server server) {
        return var.resolve("log").resolve(server.id() + ".log");
    }

    PidFile pidFile(Server server) {
        return new PidFile(var.resolve("run").resolve(server.id() + ".properties"));
    }

    Path secrets() {
        return var.resolve("secret");
    }

    Path clientConfiguration() {
        return var.resolve("passerelle.properties");
    }

    /** What kcat is told to read Kafka as the analysts do. */
    Path kcatConfiguration() {
        return secrets().resolve("kcat.conf");
    }

    /** An argument by which a process is recognised as this server of this directory, whatever the pid file says and the locale is. */
    String marker(Server server) {
        return "passerelle.server=" + data(server).toUri().toASCIIString().replaceFirst("/$", "");
    }
}
