package fr.passerelle.batch.report;

import fr.passerelle.published.origin.SourceFiles;
import fr.passerelle.published.place.PlaceTable;
import fr.passerelle.published.result.Results;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.Runs;
import fr.passerelle.rules.explanation.Origin;
import fr.passerelle.rules.explanation.Proposals;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.NeedsReported;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.schemas.fault.RunRefused;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** The current results, and where they come from, as what explains them needs them. */
@Component
public class Explanations {

    private final Runs runs;
    private final Results results;
    private final PlaceTable places;
    private final SourceFiles files;

    Explanations(Runs runs, Results results, PlaceTable places, SourceFiles files) {
        this.runs = runs;
        this.results = results;
        this.places = places;
        this.files = files;
    }

    /**
     * The current run with its results.
     *
     * @param origin its barème, and the files under each score
     * @param illustration whether its barème only illustrates what another one would give
     * @param epcis what is known of each EPCI, by SIREN
     * @param roomNames name of each room of the inventory, by identifier: the only one there is of a room without EPCI
     */
    public record Current(
            Run run,
            Proposals proposals,
            Origin origin,
            boolean illustration,
            Map<String, EpciDescribed> epcis,
            Map<String, String> roomNames) {}

    /**
     * All that is current, in one snapshot.
     *
     * @throws RunRefused when no run was published
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Current current() {
        Run run = runs.currentRun()
                .orElseThrow(() -> new RunRefused("Aucune exécution n'est publiée : il n'y a rien à expliquer."
                        + " Lancez-en une (« ./passerelle nightly … »)."));
        Bareme bareme = Baremes.read(run.baremeText());
        return new Current(
                run,
                results.proposals(run.no()),
                files.origin(bareme, run.no())
                        .with(places.needs(run.no()).values().stream()
                                .collect(Collectors.toMap(NeedsReported::getEpci, NeedsReported::getDemandes))),
                bareme.isIllustration(),
                places.epcis(run.no()),
                places.rooms(run.no()).values().stream()
                        .collect(Collectors.toMap(RoomInventoried::getRoomId, RoomInventoried::getName)));
    }
}
