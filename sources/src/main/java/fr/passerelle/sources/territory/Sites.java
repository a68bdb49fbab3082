package fr.passerelle.sources.territory;

import fr.passerelle.schemas.event.SiteDescribed;
import fr.passerelle.sources.Cells;
import fr.passerelle.sources.Snapshot.Resolved;

/**
 * Rows of the file of sites as records, with their commune of today and its EPCI. A site without EPCI is kept, as a room is: it is never
 * proposed, and it is there the day its commune joins an EPCI.
 */
public final class Sites {
    /** The column that identifies a site. */
    public static final String ID = "id_site";

    private final Homes homes;

    /** @param facts where communes and their EPCI are found */
    public Sites(ReferenceFacts facts) {
        this.homes = new Homes(facts);
    }

    /** What a row says, or why that is impossible. */
    public Resolved<SiteDescribed> resolve(Cells cells) {
        return homes.resolve(cells, (insee, epci) -> new Resolved.Value<>(record(cells, insee, epci)));
    }

    private static SiteDescribed record(Cells cells, String insee, String epci) {
        return new SiteDescribed(
                cells.required(ID), epci, cells.required("nom"), insee, Rooms.hosting(cells), cells.text("adresse"));
    }
}
