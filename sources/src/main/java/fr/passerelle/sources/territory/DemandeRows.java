package fr.passerelle.sources.territory;

import fr.passerelle.schemas.event.Demande;
import fr.passerelle.schemas.event.Demandeur;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.Cells;
import fr.passerelle.sources.InputFile;
import fr.passerelle.sources.Snapshot;
import fr.passerelle.sources.Snapshot.Resolved;
import fr.passerelle.sources.reject.RejectReason;
import fr.passerelle.sources.reject.UnusableFile;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one file besoins, in its order: a day, public, object, commune and source of an EPCI are counted once, and not at all where two
 * rows count them otherwise.
 */
public final class DemandeRows {

    /** The column that says which EPCI a row is about. */
    public static final String EPCI = IntercommunaliteRows.ID;

    private static final String COMMUNE = "commune";
    private static final String OBJET = "objet";

    private final ReferenceFacts facts;
    private final Homes homes;
    private final Map<EpciDemande.Key, Integer> counts = new HashMap<>();
    private final Set<EpciDemande.Key> contradicted = new HashSet<>();
    private final Set<EpciDemande.Key> taken = new HashSet<>();

    private DemandeRows(ReferenceFacts facts) {
        this.facts = facts;
        this.homes = new Homes(facts, COMMUNE);
    }

    /**
     * Those of a file, which is read here once: which rows contradict each other is known at its end.
     *
     * @param facts where EPCIs, communes and their EPCI are found
     * @throws UnusableFile when the file cannot be read or changed
     */
    public static DemandeRows of(InputFile file, ReferenceFacts facts) {
        DemandeRows rows = new DemandeRows(facts);
        Snapshot.readAll(file, TableSchema.besoins(), EPCI, rows::alone)
                .values()
                .values()
                .forEach(rows::compare);
        return rows;
    }

    /** What a row says, or why that is impossible. */
    public Resolved<EpciDemande> resolve(Cells cells) {
        Resolved<EpciDemande> alone = alone(cells);
        return alone instanceof Resolved.Value<EpciDemande> told ? among(told) : alone;
    }

    private void compare(EpciDemande row) {
        int requests = row.demande().getRequests();
        if (counts.merge(row.key(), requests, (first, next) -> first) != requests) {
            contradicted.add(row.key());
        }
    }

    private Resolved<EpciDemande> alone(Cells cells) {
        if (!facts.knows(cells.required(EPCI))) {
            return IntercommunaliteRows.unknown();
        }
        return cells.text(COMMUNE) == null ? new Resolved.Value<>(told(cells, null)) : inItsCommune(cells);
    }

    private Resolved<EpciDemande> inItsCommune(Cells cells) {
        record Placed(EpciDemande demande, String home) {}
        Resolved<Placed> placed = homes.resolve(cells, (insee, epci) -> new Placed(told(cells, insee), epci));
        return switch (placed) {
            case Resolved.Impossible<Placed>(String column, RejectReason reason, String message) ->
                new Resolved.Impossible<>(column, reason, message);
            case Resolved.Value<Placed>(Placed(EpciDemande demande, String home), var corrections) ->
                home.equals(demande.epci()) ? new Resolved.Value<>(demande, corrections) : elsewhere();
        };
    }

    private static Resolved<EpciDemande> elsewhere() {
        return new Resolved.Impossible<>(
                COMMUNE,
                RejectReason.COMMUNE_AILLEURS,
                "Cette commune n'est pas de cette intercommunalité : corrigez l'une ou l'autre, ou laissez la commune"
                        + " vide.");
    }

    private Resolved<EpciDemande> among(Resolved.Value<EpciDemande> told) {
        EpciDemande.Key key = told.value().key();
        if (contradicted.contains(key)) {
            return new Resolved.Impossible<>(
                    OBJET,
                    RejectReason.DOUBLON_CONTRADICTOIRE,
                    "Une autre ligne compte autrement ces demandes (même date, public, objet, commune et source) : rien"
                            + " ne dit laquelle est bonne. Ne gardez que celle-là.");
        }
        return taken.add(key)
                ? told
                : new Resolved.Impossible<>(
                        OBJET,
                        RejectReason.DOUBLON,
                        "Une ligne précédente compte déjà ces demandes (même date, public, objet, commune et source) :"
                                + " ne gardez que l'une des deux.");
    }

    private static EpciDemande told(Cells cells, @Nullable String insee) {
        DiagnosticObjet objet = DiagnosticObjet.of(cells.required(OBJET));
        return new EpciDemande(
                cells.required(EPCI),
                new Demande(
                        Objects.requireNonNull(cells.day("date")),
                        Demandeur.valueOf(cells.required("public")),
                        objet.kind(),
                        objet.name(),
                        insee,
                        Objects.requireNonNull(cells.integer("demandes")),
                        cells.required("source")));
    }
}
