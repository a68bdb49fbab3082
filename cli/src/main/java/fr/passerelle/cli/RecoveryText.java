package fr.passerelle.cli;

import fr.passerelle.batch.recovery.Recovery;
import java.util.List;
import java.util.stream.Stream;

/** What a recovery did, for people. */
final class RecoveryText {

    private RecoveryText() {}

    static List<String> lines(Recovery.Report report) {
        Stream<String> ended = report.sessionsEnded() == 0
                ? Stream.empty()
                : Stream.of(CommandFrench.counted(report.sessionsEnded(), "session terminée", "sessions terminées")
                        + " dans la base : ce que le processus écarté n'avait pas validé est défait.");
        Stream<String> dead = report.recovered().isEmpty()
                ? Stream.of("Rien à reprendre : aucune exécution interrompue n'est restée marquée en cours.")
                : report.recovered().stream().map(RecoveryText::line);
        return Stream.concat(ended, dead).toList();
    }

    private static String line(Recovery.Report.Dead dead) {
        String where = dead.phase() == null ? "avant sa première phase" : "pendant la phase « " + dead.phase() + " »";
        String next = dead.next() == null ? "il n'y a rien à reprendre." : "pour reprendre : « " + dead.next() + " ».";
        return dead.subject() + " : interruption " + where + ", marquée (" + dead.was() + " → FAILED) ; " + next;
    }
}
