package fr.passerelle.sources.territory;

import fr.passerelle.schemas.event.Demande;
import fr.passerelle.schemas.event.Demandeur;
import fr.passerelle.schemas.event.NeedsReported;
import fr.passerelle.sources.Cells;
import fr.passerelle.sources.Snapshot.Resolved;
import fr.passerelle.sources.reject.RejectReason;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Rows of one file besoins, in its order: a day, public, object, commune and source of an EPCI are counted once. */
public final class DemandeRows {

    /** The column that says which EPCI a row is about. */
    public static final String EPCI = IntercommunaliteRows.ID;

    private static final String COMMUNE = "commune";
    private static final String OBJET = "objet";

    private final ReferenceFacts facts;
    private final Homes homes;
    private final SortedMap<String, TreeSet<Demande>> taken = new TreeMap<>();

    /** @param facts where EPCIs, communes and their EPCI are found */
    public DemandeRows(ReferenceFacts facts) {
        this.facts = facts;
        this.homes = new Homes(facts, COMMUNE);
    }

    /** What a row says, or why that is impossible. */
    public Resolved<EpciDemande> resolve(Cells cells) {
        if (!facts.knows(cells.required(EPCI))) {
            return IntercommunaliteRows.unknown();
        }
        return cells.text(COMMUNE) == null ? once(new Resolved.Value<>(told(cells, null))) : inItsCommune(cells);
    }

    /** What the rows taken so far say of each EPCI, by SIREN, in the order of requests. */
    public SortedMap<String, NeedsReported> needs() {
        SortedMap<String, NeedsReported> needs = new TreeMap<>();
        taken.forEach((epci, demandes) -> needs.put(epci, new NeedsReported(epci, List.copyOf(demandes))));
        return needs;
    }

    private Resolved<EpciDemande> inItsCommune(Cells cells) {
        record Placed(EpciDemande demande, String home) {}
        Resolved<Placed> placed = homes.resolve(cells, (insee, epci) -> new Placed(told(cells, insee), epci));
        return switch (placed) {
            case Resolved.Impossible<Placed>(String column, RejectReason reason, String message) ->
                new Resolved.Impossible<>(column, reason, message);
            case Resolved.Value<Placed>(Placed(EpciDemande demande, String home), var corrections) ->
                home.equals(demande.epci()) ? once(new Resolved.Value<>(demande, corrections)) : elsewhere();
        };
    }

    private static Resolved<EpciDemande> elsewhere() {
        return new Resolved.Impossible<>(
                COMMUNE,
                RejectReason.COMMUNE_AILLEURS,
                "Cette commune n'est pas de cette intercommunalité : corrigez l'une ou l'autre, ou laissez la commune"
                        + " vide.");
    }

    private Resolved<EpciDemande> once(Resolved.Value<EpciDemande> told) {
        EpciDemande row = told.value();
        return taken.computeIfAbsent(row.epci(), epci -> new TreeSet<>(EpciDemande.ORDER))
                        .add(row.demande())
                ? told
                : new Resolved.Impossible<>(
                        OBJET,
                        RejectReason.DOUBLON,
                        "Une ligne précédente compte déjà ces demandes (même date, public, objet, commune et source) :"
                                + " ne gardez que la bonne ligne.");
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
