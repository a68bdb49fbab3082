package fr.passerelle.cli;

import fr.passerelle.batch.recovery.RecoveryReport;
import fr.passerelle.schemas.contract.RecordJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a recovery did, for people and for machines. */
final class RecoveryText {

    private RecoveryText() {}

    static List<String> lines(RecoveryReport report) {
        Stream<String> ended = report.ended() == 0
                ? Stream.empty()
                : Stream.of(CommandFrench.counted(report.ended(), "session terminée", "sessions terminées")
                        + " dans la base : ce que le processus écarté n'avait pas validé est défait.");
        Stream<String> dead = report.dead().isEmpty()
                ? Stream.of("Rien à reprendre : aucune exécution interrompue n'est restée marquée en cours.")
                : report.dead().stream().map(RecoveryText::line);
        return Stream.concat(ended, dead).toList();
    }

    private static String line(RecoveryReport.Dead dead) {
        String where = dead.phase() == null ? "avant sa première phase" : "pendant la phase « " + dead.phase() + " »";
        String next = dead.next() == null ? "il n'y a rien à reprendre." : "pour reprendre : « " + dead.next() + " ».";
        return dead.subject() + " : interruption " + where + ", marquée (" + dead.status() + " → FAILED) ; " + next;
    }

    static String json(RecoveryReport report) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("sessionsEnded", report.ended());
        json.put("recovered", report.dead().stream().map(RecoveryText::fields).toList());
        return RecordJson.write(json);
    }

    private static Map<String, @Nullable Object> fields(RecoveryReport.Dead dead) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("subject", dead.subject());
        fields.put("execution", dead.execution());
        fields.put("was", dead.status());
        fields.put("phase", dead.phase());
        fields.put("next", dead.next());
        return fields;
    }
}
