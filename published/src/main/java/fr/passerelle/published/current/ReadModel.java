package fr.passerelle.published.current;

import fr.passerelle.published.current.PublishedResults.PublishedRun;
import fr.passerelle.published.place.PlaceTable;
import fr.passerelle.published.result.Results;
import fr.passerelle.published.run.Runs;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** The tables of the read model, decoded. */
@Component
public class ReadModel {

    private final Runs runs;
    private final Results results;
    private final PlaceTable places;

    public ReadModel(Runs runs, Results results, PlaceTable places) {
        this.runs = runs;
        this.results = results;
        this.places = places;
    }

    /** All that holds as of a published run, in one snapshot, unless its results are not those that were published ({@code HashMismatch}). */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public PublishedResults published(long runNo) {
        return new PublishedResults(
                PublishedRun.of(runs.get(runNo)),
                results.proposals(runNo),
                places.rooms(runNo),
                places.epcis(runNo),
                places.sites(runNo));
    }
}
