package fr.passerelle.faults.fault;

import fr.passerelle.faults.machine.Target;
import fr.passerelle.local.program.ProgramProcess;
import java.util.ArrayList;
import java.util.List;

/** A nightly that is stopped, not dead: it keeps its lock until it is fenced, a second then finishes the run, and the first must write nothing when it wakes. */
final class Zombie implements Fault {

    private final List<String> unmet = new ArrayList<>();

    @Override
    public Evidence strike(ProgramProcess command, Stage stage) {
        command.signal("STOP");
        if (!command.awaitStopped()) {
            return new Evidence(false, "le processus ne s'est pas arrêté");
        }
        var target = stage.target();
        var holds = target.cell("select count(*) from passerelle.lock_holder")
                .filter(count -> !count.equals("0"))
                .isPresent();
        if (holds) {
            secondIsRefused(target, stage.night());
            fence(target);
        }
        command.signal("CONT");
        if (holds && List.of(0, 3).contains(command.end())) {
            unmet.add("le premier, écarté, croit avoir fini la nuit");
        }
        return new Evidence(
                holds,
                "processus " + command.pid() + " à l'arrêt (T)"
                        + (holds
                                ? ", verrou tenu, second refusé, premier écarté par « recover --fence »"
                                : ", sans verrou")
                        + ", réveillé");
    }

    private void secondIsRefused(Target target, List<String> night) {
        var second = target.batch(night);
        if (second.end() != 1 || !second.transcript().contains("Une exécution est en cours dans un autre processus")) {
            unmet.add("le second n'a pas été refusé : " + second.lastLine());
        }
    }

    private void fence(Target target) {
        var fence = target.batch(List.of("recover", "--fence"));
        var code = fence.end();
        if (code != 0) {
            unmet.add("« recover --fence » : code " + code + ", " + fence.lastLine());
        }
        var second = target.batch(List.of("restart", target.lastRun(), "--json"));
        if (!List.of(0, 3).contains(second.end())) {
            unmet.add("le second n'a pas fini la nuit : " + second.lastLine());
        }
    }

    @Override
    public List<String> unmet(Stage stage) {
        return unmet;
    }
}
