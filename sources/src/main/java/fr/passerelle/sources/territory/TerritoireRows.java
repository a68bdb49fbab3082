package fr.passerelle.sources.territory;

import fr.passerelle.schemas.contract.Partitions;
import fr.passerelle.sources.Cells;
import fr.passerelle.sources.Snapshot.Resolved;
import fr.passerelle.sources.reject.RejectReason;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows of one file territoires, in order: a commune once, under its code of today or a former one, and one fiche action an EPCI, of its first row. */
public final class TerritoireRows {
    /** The column that identifies a commune. */
    public static final String ID = Homes.COMMUNE;

    private static final String FICHE = "fiche_action";

    private final Homes homes;
    private final Set<String> communes = new HashSet<>();
    private final Map<String, String> fiches = new HashMap<>();

    /** @param facts where communes and their EPCI are found */
    public TerritoireRows(ReferenceFacts facts) {
        this.homes = new Homes(facts);
    }

    /** What a row says, or why that is impossible. */
    public Resolved<Territoire> resolve(Cells cells) {
        return homes.resolve(cells, (insee, epci) -> {
            Territoire told = new Territoire(insee, cells.yes("deficit_acces"), cells.text(FICHE));
            Resolved<Territoire> contradiction = contradiction(told, epci);
            if (contradiction != null) {
                return contradiction;
            }
            communes.add(told.insee());
            if (told.ficheAction() != null && !epci.equals(Partitions.WITHOUT_EPCI)) {
                fiches.put(epci, told.ficheAction());
            }
            return new Resolved.Value<>(told);
        });
    }

    /** The fiche action that the rows taken so far give an EPCI; null for none. */
    @Nullable
    public String fiche(String epci) {
        return fiches.get(epci);
    }

    private Resolved.@Nullable Impossible<Territoire> contradiction(Territoire told, String epci) {
        if (communes.contains(told.insee())) {
            return new Resolved.Impossible<>(
                    ID,
                    RejectReason.DOUBLON,
                    "Une ligne précédente décrit déjà cette commune, sous un autre code : ne gardez que la bonne"
                            + " ligne.");
        }
        String fiche = fiches.get(epci);
        return fiche == null || told.ficheAction() == null || fiche.equals(told.ficheAction())
                ? null
                : new Resolved.Impossible<>(
                        FICHE,
                        RejectReason.FICHE_CONTRADICTOIRE,
                        "Une ligne précédente donne une autre fiche action à la même intercommunalité : donnez la"
                                + " même à toutes ses communes.");
    }

    /** What the file territoires says of a commune, by its code of today; null where nobody said. */
    public record Territoire(
            String insee,
            @Nullable Boolean accessDeficit,
            @Nullable String ficheAction) {
        public Territoire withoutFiche() {
            return new Territoire(insee, accessDeficit, null);
        }
    }
}
