package fr.passerelle.console.map;

import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.current.RunCache;
import fr.passerelle.schemas.event.Plan;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The maps of what is published; the land is cut into cells once a run. */
@Component
public class Maps {

    private final RunCache<Territory> territory =
            new RunCache<>(published -> Territory.of(published.epcis().values()));
    private final RunCache<RegionMap> region =
            new RunCache<>(published -> area(published, published.epcis().keySet()));

    /** The region. */
    public RegionMap region(PublishedResults published) {
        return region.of(published);
    }

    /** The region's points of mediation, today and as proposed. */
    public MediationMap mediation(PublishedResults published) {
        return new RegionDrawing(
                        published, territory.of(published), published.epcis().keySet())
                .mediation();
    }

    /** These EPCIs alone, by SIREN, as large as the region. */
    public RegionMap area(PublishedResults published, Set<String> sirens) {
        return new RegionDrawing(published, territory.of(published), sirens).drawn();
    }

    /**
     * A day of somebody who goes from place to place.
     *
     * @param sirens EPCIs whose land is shown
     * @param places in the order of the day, one at least
     */
    public DayMap day(PublishedResults published, Set<String> sirens, List<DayMap.Place> places) {
        return new RegionDrawing(published, territory.of(published), sirens).day(places);
    }

    /** One EPCI, with its places and the hosts of its étapes. */
    public EpciMap epci(PublishedResults published, Plan plan) {
        return new EpciDrawing(published, territory.of(published), plan).drawn();
    }
}
