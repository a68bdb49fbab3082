package fr.passerelle.cli;

import fr.passerelle.batch.run.Recovered;
import fr.passerelle.schemas.contract.RecordJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a recovery did, for people and for machines. */
final class RecoveredText {

    private RecoveredText() {}

    static List<String> lines(Recovered recovered) {
        Stream<String> ended = recovered.ended() == 0
                ? Stream.empty()
                : Stream.of(French.counted(recovered.ended(), "session terminée", "sessions terminées")
                        + " dans la base : ce que le processus écarté n'avait pas validé est défait.");
        Stream<String> dead = recovered.dead().isEmpty()
                ? Stream.of("Rien à reprendre : aucune exécution interrompue n'est restée marquée en cours.")
                : recovered.dead().stream().map(RecoveredText::line);
        return Stream.concat(ended, dead).toList();
    }

    private static String line(Recovered.Dead dead) {
        String where = dead.phase() == null ? "avant sa première phase" : "pendant la phase « " + dead.phase() + " »";
        String next = dead.next() == null ? "il n'y a rien à reprendre." : "pour reprendre : « " + dead.next() + " ».";
        return dead.subject() + " : interruption " + where + ", marquée (" + dead.status() + " → FAILED) ; " + next;
    }

    static String json(Recovered recovered) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("sessionsEnded", recovered.ended());
        json.put(
                "recovered",
                recovered.dead().stream().map(RecoveredText::fields).toList());
        return RecordJson.write(json);
    }

    private static Map<String, @Nullable Object> fields(Recovered.Dead dead) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("subject", dead.subject());
        fields.put("execution", dead.execution());
        fields.put("was", dead.status());
        fields.put("phase", dead.phase());
        fields.put("next", dead.next());
        return fields;
    }
}
