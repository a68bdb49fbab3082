package fr.passerelle.batch.replay;

import fr.passerelle.published.place.PlaceTable;
import fr.passerelle.published.run.Runs;
import fr.passerelle.schemas.contract.Partitions;
import fr.passerelle.schemas.fault.RunRefused;
import fr.passerelle.study.replay.ReplayManifest;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a scope reaches in the journal, and whether what is published still has it. */
@Component
record Scopes(JdbcClient jdbc, Runs runs, PlaceTable places) {

    /** A room that moved was withdrawn in one EPCI and inventoried in another: its last record says where it is. */
    private static final String HOME = """
        select epci, type from passerelle.journal
        where subject = :subject and seq <= :head and type in ('RoomInventoried', 'RoomWithdrawn')
        order by seq desc limit 1\
        """;

    private static final String IN_THE_SLICE =
            "select exists (select from passerelle.journal where epci = :epci and seq <= :head)";

    /** The scope of these EPCIs and of those of these rooms, as of a seq of the journal; refused when one is not known. */
    ReplayManifest.Scope of(List<String> epcis, List<String> rooms, long head) {
        TreeSet<String> all = new TreeSet<>(epcis);
        rooms.forEach(room -> all.add(home(room, head, RunRefused::wrongUse)));
        ReplayManifest.Scope scope = new ReplayManifest.Scope(
                List.copyOf(all), rooms.stream().distinct().sorted().toList());
        require(scope, head, RunRefused::wrongUse);
        return scope;
    }

    /** Checks that all of it is in the slice, and known as of the current run; what is gone is named. */
    void require(ReplayManifest.Scope scope, long head) {
        require(scope, head, RunRefused::new);
    }

    private void require(ReplayManifest.Scope scope, long head, Function<String, RunRefused> refusal) {
        scope.epcis().forEach(epci -> requireEpci(epci, head, refusal));
        for (String room : scope.rooms()) {
            if (!scope.epcis().contains(home(room, head, refusal)) || !isKnown(PlaceTable.Kind.ROOM, room)) {
                throw refusal.apply(unknownRoom(room));
            }
        }
    }

    private String home(String room, long head, Function<String, RunRefused> refusal) {
        return jdbc.sql(HOME)
                .param("subject", "room:" + room)
                .param("head", head)
                .query((row, n) -> row.getString(2).equals("RoomInventoried") ? row.getString(1) : "")
                .optional()
                .filter(epci -> !epci.isEmpty())
                .orElseThrow(() -> refusal.apply(unknownRoom(room)));
    }

    private void requireEpci(String epci, long head, Function<String, RunRefused> refusal) {
        boolean inTheSlice = jdbc.sql(IN_THE_SLICE)
                .param("epci", epci)
                .param("head", head)
                .query(Boolean.class)
                .single();
        if (!inTheSlice || !(epci.equals(Partitions.WITHOUT_EPCI) || isKnown(PlaceTable.Kind.EPCI, epci))) {
            throw refusal.apply(
                    "L'intercommunalité " + epci + " n'est pas connue du journal à ce rang, ou ne l'est plus"
                            + " aujourd'hui : vérifiez son SIREN, ou préparez un rejeu sur une autre portée.");
        }
    }

    private static String unknownRoom(String room) {
        return "La salle « " + room + " » n'est pas dans l'inventaire à ce rang du journal, ou ne l'est"
                + " plus aujourd'hui : vérifiez son identifiant, ou préparez un rejeu sur une autre portée.";
    }

    private boolean isKnown(PlaceTable.Kind kind, String id) {
        return runs.currentRun()
                .flatMap(run -> places.epciOf(kind, id, run.no()))
                .isPresent();
    }
}
