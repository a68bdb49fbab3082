package fr.passerelle.batch.report;

import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.current.ReadModel;
import fr.passerelle.published.origin.SourceFiles;
import fr.passerelle.published.place.PlaceTable;
import fr.passerelle.published.run.Runs;
import fr.passerelle.rules.explanation.Origin;
import fr.passerelle.schemas.event.NeedsReported;
import fr.passerelle.schemas.fault.RunRefused;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** The current results, and where they come from, as what explains them needs them. */
@Component
public class Explanations {

    private final Runs runs;
    private final ReadModel readModel;
    private final PlaceTable places;
    private final SourceFiles files;

    Explanations(Runs runs, ReadModel readModel, PlaceTable places, SourceFiles files) {
        this.runs = runs;
        this.readModel = readModel;
        this.places = places;
        this.files = files;
    }

    /** The results of the current run with their origin: its barème, the files under each score, and what was asked for. */
    public record Current(PublishedResults results, Origin origin) {}

    /**
     * All that is current, in one snapshot.
     *
     * @throws RunRefused when no run was published
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Current current() {
        long no = runs.requireCurrent("il n'y a rien à expliquer. Lancez-en une (« ./passerelle nightly … »).")
                .no();
        PublishedResults results = readModel.published(no);
        return new Current(
                results,
                files.origin(results.run().bareme(), no)
                        .with(places.needs(no).values().stream()
                                .collect(Collectors.toMap(NeedsReported::getEpci, NeedsReported::getDemandes))));
    }
}
