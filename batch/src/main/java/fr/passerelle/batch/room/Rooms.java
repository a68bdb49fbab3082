package fr.passerelle.batch.room;

import fr.passerelle.batch.source.Cells;
import fr.passerelle.batch.source.Snapshot.Resolved;
import fr.passerelle.batch.source.cell.Correction;
import fr.passerelle.batch.source.reject.Corrected;
import fr.passerelle.batch.source.reject.Reason;
import fr.passerelle.batch.territory.Facts;
import fr.passerelle.batch.territory.Resolution;
import fr.passerelle.schemas.contract.Partitions;
import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.Fonction;
import fr.passerelle.schemas.event.Gestion;
import fr.passerelle.schemas.event.Hosting;
import fr.passerelle.schemas.event.RoomInventoried;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** Rows of the inventory as records, with their commune of today and its EPCI. */
public final class Rooms {

    /** The column that identifies a room. */
    public static final String ID = "id_salle";

    private static final String COMMUNE = "code_insee";

    private final Facts facts;

    /** @param facts where communes and their EPCI are found */
    public Rooms(Facts facts) {
        this.facts = facts;
    }

    /** What a row says, or why that is impossible. */
    public Resolved<RoomInventoried> resolve(Cells cells) {
        LocalDate opened = cells.day("date_ouverture");
        LocalDate closed = cells.day("date_fermeture");
        if (opened != null && closed != null && closed.isBefore(opened)) {
            return new Resolved.Impossible<>(
                    "date_fermeture",
                    Reason.DATES_INVERSEES,
                    "La salle ferme avant d'avoir ouvert : corrigez date_ouverture ou date_fermeture.");
        }
        return switch (facts.resolve(cells.required(COMMUNE))) {
            case Resolution.Known(Commune commune, String epci) ->
                new Resolved.Value<>(record(cells, commune.getInsee(), epci), today(cells, commune.getInsee()));
            case Resolution.Abroad(String code) -> new Resolved.Value<>(record(cells, code, Partitions.WITHOUT_EPCI));
            case Resolution.Unknown(String message) ->
                new Resolved.Impossible<>(COMMUNE, Reason.COMMUNE_INCONNUE, message);
            case Resolution.Contradictory(String message) ->
                new Resolved.Impossible<>(COMMUNE, Reason.COMMUNE_CONTRADICTOIRE, message);
        };
    }

    /** A former code is not taken for that of today in silence. */
    private static List<Corrected> today(Cells cells, String today) {
        String told = cells.required(COMMUNE);
        return told.equals(today)
                ? List.of()
                : List.of(new Corrected(COMMUNE, Correction.ANCIENNE_COMMUNE.name(), told, today));
    }

    private static RoomInventoried record(Cells cells, String insee, String epci) {
        return new RoomInventoried(
                cells.required(ID),
                epci,
                cells.required("nom"),
                insee,
                cells.text("adresse"),
                cells.degrees("latitude"),
                cells.degrees("longitude"),
                cells.text("gestionnaire_siren"),
                Objects.requireNonNull(cells.constant("gestion", Gestion.class)),
                cells.day("date_ouverture"),
                cells.day("date_fermeture"),
                cells.integer("postes"),
                cells.integer("heures_hebdo_declarees"),
                cells.integer("heures_hebdo_reelles"),
                hosting(cells),
                cells.items("themes"));
    }

    private static Hosting hosting(Cells cells) {
        return new Hosting(
                cells.integer("surface_m2"),
                cells.text("connexion"),
                cells.integer("debit_mbits"),
                cells.integer("animateur_etp"),
                cells.yes("accord_proprietaire"),
                cells.yes("acces_plain_pied"),
                cells.yes("acces_hors_horaires"),
                cells.yes("espace_clos"),
                cells.yes("espace_ventile"),
                functions(cells));
    }

    private static List<Fonction> functions(Cells cells) {
        return cells.items("fonctions").stream().map(Fonction::valueOf).toList();
    }
}
