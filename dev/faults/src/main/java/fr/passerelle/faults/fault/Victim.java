package fr.passerelle.faults.fault;

import fr.passerelle.faults.machine.Target;
import fr.passerelle.local.program.Machine;
import fr.passerelle.local.program.ProgramProcess;
import fr.passerelle.local.server.Server;

/** A process that a strike ends by signal 9. */
enum Victim {
    NIGHTLY("nightly") {
        @Override
        Evidence kill(ProgramProcess command, Target target) {
            return program(command);
        }
    },
    EVENTS("events") {
        @Override
        Evidence kill(ProgramProcess command, Target target) {
            return program(target.events(1));
        }
    },
    KAFKA("kafka") {
        @Override
        Evidence kill(ProgramProcess command, Target target) {
            return server(target.machine(), Server.KAFKA);
        }
    },
    POSTGRESQL("postgresql") {
        @Override
        Evidence kill(ProgramProcess command, Target target) {
            return server(target.machine(), Server.POSTGRESQL);
        }
    },
    REGISTRY("registry") {
        @Override
        Evidence kill(ProgramProcess command, Target target) {
            return server(target.machine(), Server.REGISTRY);
        }
    };

    private final String id;

    Victim(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    abstract Evidence kill(ProgramProcess command, Target target);

    private static Evidence program(ProgramProcess program) {
        var pid = program.pid();
        var code = program.killNine();
        return new Evidence(code == ProgramProcess.KILLED, "processus " + pid + ", code " + code);
    }

    private static Evidence server(Machine machine, Server server) {
        var before = machine.process(server);
        var ran = before.alive();
        var ended = machine.end(server, "KILL");
        return new Evidence(ran && ended, "processus " + before.pid() + (ended ? ", signal 9, disparu" : " encore là"));
    }
}
