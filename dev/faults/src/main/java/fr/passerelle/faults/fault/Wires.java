package fr.passerelle.faults.fault;

import fr.passerelle.local.server.Endpoints;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The servers that a proxy of ours can stand before. */
enum Wires {
    POSTGRESQL("postgresql") {
        @Override
        int port(Endpoints there) {
            return Integer.parseInt(there.postgresUrl().replaceFirst(".*:(\\d+)/.*", "$1"));
        }

        @Override
        Map<String, String> properties(Endpoints there, int port) {
            return Map.of("passerelle.postgres.url", there.postgresUrl().replaceFirst(":\\d+/", ":" + port + "/"));
        }

        @Override
        Proxy before(Endpoints there, int commits) {
            var left = new AtomicInteger(commits);
            return new Proxy(port(there), () -> new PostgresqlCommits(left));
        }
    },
    KAFKA("kafka") {
        @Override
        int port(Endpoints there) {
            return Integer.parseInt(there.kafka().bootstrap().replaceFirst(".*:", ""));
        }

        @Override
        Map<String, String> properties(Endpoints there, int port) {
            return Map.of("passerelle.kafka.bootstrap", "127.0.0.1:" + port);
        }

        @Override
        Proxy before(Endpoints there, int commits) {
            var left = new AtomicInteger(commits);
            var own = new AtomicInteger();
            var proxy = new Proxy(port(there), () -> new KafkaFrames(port(there), own.get(), left));
            own.set(proxy.port());
            return proxy;
        }
    };

    private final String id;

    Wires(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    abstract int port(Endpoints there);

    abstract Map<String, String> properties(Endpoints there, int port);

    /** A proxy that cuts the answer to a commit when so many have passed; never when it is negative. */
    abstract Proxy before(Endpoints there, int commits);
}
