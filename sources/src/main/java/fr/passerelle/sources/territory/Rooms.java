package fr.passerelle.sources.territory;

import fr.passerelle.schemas.event.Fonction;
import fr.passerelle.schemas.event.Gestion;
import fr.passerelle.schemas.event.Hosting;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.schemas.event.SiteDescribed;
import fr.passerelle.sources.Cells;
import fr.passerelle.sources.Snapshot.Resolved;
import fr.passerelle.sources.reject.RejectReason;
import java.time.LocalDate;
import java.util.Objects;

/**
 * Rows of the inventory and of the file of sites as records, with their commune of today and its EPCI. A site without EPCI is kept, as a
 * room is: it is never proposed, and it is there the day its commune joins an EPCI.
 */
public final class Rooms {
    /** The column that identifies a room. */
    public static final String ID = "id_salle";

    /** The column that identifies a site. */
    public static final String SITE = "id_site";

    private final Homes homes;

    /** @param facts where communes and their EPCI are found */
    public Rooms(ReferenceFacts facts) {
        this.homes = new Homes(facts);
    }

    /** What a row of the inventory says, or why that is impossible. */
    public Resolved<RoomInventoried> resolve(Cells cells) {
        LocalDate opened = cells.day("date_ouverture");
        LocalDate closed = cells.day("date_fermeture");
        if (opened != null && closed != null && closed.isBefore(opened)) {
            return new Resolved.Impossible<>(
                    "date_fermeture",
                    RejectReason.DATES_INVERSEES,
                    "La salle ferme avant d'avoir ouvert : corrigez date_ouverture ou date_fermeture.");
        }
        return homes.resolve(cells, (insee, epci) -> new Resolved.Value<>(record(cells, insee, epci)));
    }

    /** What a row of the file of sites says, or why that is impossible. */
    public Resolved<SiteDescribed> site(Cells cells) {
        return homes.resolve(
                cells,
                (insee, epci) -> new Resolved.Value<>(new SiteDescribed(
                        cells.required(SITE),
                        epci,
                        cells.required("nom"),
                        insee,
                        hosting(cells),
                        cells.text("adresse"))));
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
                cells.constants("fonctions", Fonction.class));
    }
}
