package fr.passerelle.batch.decision;

import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.event.Plan;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The plans that hold now, as the last published run left them. */
public final class CurrentPlans {

    private static final String PLAN = """
        select payload from passerelle.current_result
        where namespace = ? and type = 'PLAN' and id = ? and not withdrawn\
        """;

    private final JdbcTemplate jdbc;
    private final Records records;
    private final String namespace;

    /** Reads on this data source, in one namespace. */
    public CurrentPlans(DataSource dataSource, Records records, String namespace) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.records = records;
        this.namespace = namespace;
    }

    /**
     * What goes by a SIREN or by the identifier of a room, where something is proposed for it.
     *
     * @throws DecisionRefused when it is not known, or nothing is proposed for it
     */
    About about(String asked) {
        return asked.matches("\\d{9}") ? new About(plan(asked), null) : room(asked);
    }

    private Plan plan(String epci) {
        return of(epci).orElseThrow(() -> new DecisionRefused(
                knows(epci)
                        ? "L'intercommunalité « " + epci + " » n'a pas de plan en vigueur : il n'y a rien à décider."
                        : "L'intercommunalité « " + epci + " » est inconnue : vérifiez son SIREN, et qu'une"
                                + " exécution est publiée (« ./passerelle runs »)."));
    }

    private About room(String id) {
        String epci =
                jdbc
                        .query("select epci from passerelle.room where room_id = ?", (row, n) -> row.getString(1), id)
                        .stream()
                        .findFirst()
                        .orElseThrow(() -> new DecisionRefused(
                                "« " + id + " » n'est ni le SIREN d'une intercommunalité (neuf chiffres) ni"
                                        + " l'identifiant d'une salle connue : une décision porte sur une"
                                        + " seule des deux."));
        return of(epci).stream()
                .flatMap(plan -> plan.getRooms().stream()
                        .filter(room -> room.getRoomId().equals(id) && room.getKind() != null)
                        .map(room -> new About(plan, room)))
                .findFirst()
                .orElseThrow(() -> new DecisionRefused("Rien n'est proposé pour la salle « " + id
                        + " » (autonome, fermée ou sans intercommunalité) : il n'y a rien à décider."));
    }

    /** Whether an EPCI is described. */
    private boolean knows(String epci) {
        return !jdbc.queryForList("select 1 from passerelle.epci where epci = ?", epci)
                .isEmpty();
    }

    /** That of an EPCI; empty where none holds. */
    private Optional<Plan> of(String epci) {
        return jdbc
                .query(
                        PLAN,
                        (row, n) -> records.decode(row.getBytes(1), Plan.getClassSchema(), Plan.class),
                        namespace,
                        epci)
                .stream()
                .findFirst();
    }
}
