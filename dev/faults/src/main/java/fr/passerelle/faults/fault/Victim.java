package fr.passerelle.faults.fault;

import fr.passerelle.faults.machine.LivingSystem;
import fr.passerelle.faults.machine.Machine;
import fr.passerelle.faults.machine.Program;
import fr.passerelle.local.server.Server;
import java.util.Map;

/** A process that a strike ends by signal 9. */
enum Victim {
    NIGHTLY("nightly") {
        @Override
        Evidence kill(Program command, LivingSystem system) {
            return program(command);
        }
    },
    EVENTS("events") {
        @Override
        Evidence kill(Program command, LivingSystem system) {
            return program(system.events(1, Map.of()));
        }
    },
    KAFKA("kafka") {
        @Override
        Evidence kill(Program command, LivingSystem system) {
            return server(system.machine(), Server.KAFKA);
        }
    },
    POSTGRESQL("postgresql") {
        @Override
        Evidence kill(Program command, LivingSystem system) {
            return server(system.machine(), Server.POSTGRESQL);
        }
    },
    REGISTRY("registry") {
        @Override
        Evidence kill(Program command, LivingSystem system) {
            return server(system.machine(), Server.REGISTRY);
        }
    };

    private final String id;

    Victim(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    abstract Evidence kill(Program command, LivingSystem system);

    private static Evidence program(Program program) {
        var pid = program.pid();
        var code = program.killNine();
        return new Evidence(code == Program.KILLED, "processus " + pid + ", code " + code);
    }

    private static Evidence server(Machine machine, Server server) {
        var before = machine.process(server);
        var ran = before.alive();
        var ended = machine.end(server, "KILL");
        return new Evidence(ran && ended, "processus " + before.pid() + (ended ? ", signal 9, disparu" : " encore là"));
    }
}
