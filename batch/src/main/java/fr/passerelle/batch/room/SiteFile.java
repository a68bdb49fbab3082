package fr.passerelle.batch.room;

import fr.passerelle.journal.Journal;
import fr.passerelle.schemas.contract.Records;
import fr.passerelle.schemas.event.SiteDescribed;
import fr.passerelle.schemas.event.SiteWithdrawn;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.territory.ReferenceFacts;
import fr.passerelle.sources.territory.Rooms;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Imports the file of sites, a snapshot, in one transaction of the caller's. A site that is no longer in it is withdrawn; one whose EPCI
 * changed leaves the one and arrives in the other. Without a file the sites stay as they are known, each following its commune.
 */
public final class SiteFile extends PlaceFile<SiteDescribed> {

    /** @param maxWithdrawal greatest share of the known sites that a file may withdraw, percent; one site may always leave */
    public SiteFile(DataSource dataSource, Journal journal, Records records, ReferenceFacts facts, int maxWithdrawal) {
        super(dataSource, journal, records, facts, kind(facts), maxWithdrawal);
    }

    private static Kind<SiteDescribed> kind(ReferenceFacts facts) {
        return new Kind<>(
                SiteDescribed.class,
                "site",
                "room",
                SiteDescribed::getInsee,
                SiteDescribed::getEpci,
                (site, known) -> SiteDescribed.newBuilder(site)
                        .setInsee(known.commune().getInsee())
                        .setEpci(known.epci())
                        .build(),
                TableSchema.SITES,
                Rooms.SITE,
                "Une salle de l'inventaire a cet identifiant : donnez-en un autre au site, ou retirez-le si"
                        + " c'est elle.",
                new Rooms(facts)::site,
                "sites connus",
                1);
    }

    @Override
    SiteWithdrawn leaving(String id, StoredPlace before, @Nullable String to) {
        return new SiteWithdrawn(id, before.epci());
    }
}
