package fr.passerelle.console.map;

import fr.passerelle.console.reading.PerRun;
import fr.passerelle.published.current.Published;
import fr.passerelle.texts.Dossier;
import org.springframework.stereotype.Component;

/** The maps of what is published; the land is cut into cells once a run. */
@Component
public class Maps {

    private final PerRun<Territory> territory =
            new PerRun<>(published -> Territory.of(published.epcis().values()));
    private final PerRun<RegionMap> region =
            new PerRun<>(published -> new RegionDrawing(published, territory.of(published)).drawn());

    /** The region. */
    public RegionMap region(Published published) {
        return region.of(published);
    }

    /** One EPCI, with its places and the hosts of its étapes. */
    public EpciMap epci(Published published, Dossier dossier) {
        return new EpciDrawing(published, territory.of(published), dossier).drawn();
    }
}
