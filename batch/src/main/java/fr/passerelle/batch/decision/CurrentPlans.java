package fr.passerelle.batch.decision;

import fr.passerelle.published.Namespace;
import fr.passerelle.published.RegisteredSchemas;
import fr.passerelle.published.place.PlaceTable;
import fr.passerelle.published.result.Results;
import fr.passerelle.published.run.Runs;
import fr.passerelle.schemas.contract.PayloadReader;
import fr.passerelle.schemas.event.AideNotifiee;
import fr.passerelle.schemas.event.ConversionKind;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.PlanRoom;
import fr.passerelle.schemas.event.Siege;
import fr.passerelle.schemas.event.SiegeKind;
import fr.passerelle.schemas.fault.RunRefused;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** The plans that hold now, as the last published run left them. */
public class CurrentPlans {

    /** What a decision is about, as the plan in force says it: a room of it that becomes something, null for the EPCI itself. */
    public record Subject(Plan plan, @Nullable PlanRoom room) {

        /** What a record about it is about: epci:SIREN or room:ID. */
        public String subject() {
            return room == null ? "epci:" + plan.getEpci() : "room:" + room.getRoomId();
        }

        /** What a notification names as the seat: room:ID or site:ID; null where there is none. */
        public @Nullable String seat() {
            if (room != null) {
                return room.getKind() == ConversionKind.TIERS_LIEU ? subject() : null;
            }
            Siege siege = plan.getSiege();
            return siege == null ? null : (siege.getKind() == SiegeKind.SALLE ? "room:" : "site:") + siege.getId();
        }

        /** Each aid that is known: aid goes to the EPCI, never to a room. */
        public List<AideNotifiee> aid() {
            return room != null
                    ? List.of()
                    : plan.getAid().stream()
                            .filter(line -> line.getAid() != null)
                            .map(line -> new AideNotifiee(line.getLine().name(), line.getAid()))
                            .toList();
        }

        /** What the room becomes; null for an EPCI. */
        public @Nullable String conversion() {
            return room == null || room.getKind() == null
                    ? null
                    : room.getKind().name();
        }
    }

    private static final String PLAN = """
        select payload, schema_fingerprint from passerelle.results_as_of(:namespace, :run) where type = 'PLAN' and id = :epci\
        """;

    private final JdbcClient jdbc;
    private final Runs runs;
    private final PlaceTable places;
    private final PayloadReader payloads;
    private final Results results;
    private final String namespace;

    /** Of one namespace. */
    public CurrentPlans(JdbcClient jdbc, Namespace namespace) {
        this.jdbc = jdbc;
        this.runs = new Runs(jdbc, namespace);
        this.places = new PlaceTable(jdbc);
        this.payloads = RegisteredSchemas.reader(jdbc);
        this.results = new Results(jdbc, namespace);
        this.namespace = namespace.name();
    }

    /**
     * What goes by a SIREN or by the identifier of a room, where something is proposed for it; all is read in one snapshot.
     *
     * @throws RunRefused when it is not known, or nothing is proposed for it
     * @throws fr.passerelle.published.result.Results.HashMismatch when what is proposed is not what was published
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Subject about(String asked) {
        long runNo = runs.current().orElse(0L);
        results.check(runNo);
        return asked.matches("\\d{9}") ? new Subject(plan(asked, runNo), null) : room(asked, runNo);
    }

    private Plan plan(String epci, long runNo) {
        return of(epci, runNo)
                .orElseThrow(() -> RunRefused.wrongUse(
                        places.epciOf(PlaceTable.Kind.EPCI, epci, runNo).isPresent()
                                ? "L'intercommunalité « " + epci
                                        + " » n'a pas de plan en vigueur : il n'y a rien à décider."
                                : "L'intercommunalité « " + epci + " » est inconnue : vérifiez son SIREN, et qu'une"
                                        + " exécution est publiée (« ./passerelle runs »)."));
    }

    private Subject room(String id, long runNo) {
        String epci = places.epciOf(PlaceTable.Kind.ROOM, id, runNo)
                .orElseThrow(() -> RunRefused.wrongUse(
                        "« " + id + " » n'est ni le SIREN d'une intercommunalité (neuf chiffres) ni l'identifiant"
                                + " d'une salle connue : une décision porte sur une seule des deux."));
        return of(epci, runNo).stream()
                .flatMap(plan -> plan.getRooms().stream()
                        .filter(room -> room.getRoomId().equals(id) && room.getKind() != null)
                        .map(room -> new Subject(plan, room)))
                .findFirst()
                .orElseThrow(() -> RunRefused.wrongUse("Rien n'est proposé pour la salle « " + id
                        + " » (autonome, fermée ou sans intercommunalité) : il n'y a rien à décider."));
    }

    /** That of an EPCI; empty where none holds. */
    private Optional<Plan> of(String epci, long runNo) {
        return jdbc.sql(PLAN)
                .param("namespace", namespace)
                .param("run", runNo)
                .param("epci", epci)
                .query((row, n) -> payloads.read(row.getBytes(1), row.getLong(2), Plan.class))
                .optional();
    }
}
