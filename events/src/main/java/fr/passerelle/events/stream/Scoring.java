package fr.passerelle.events.stream;

import fr.passerelle.rules.conversion.ScoredRoom;
import fr.passerelle.rules.financing.EpciProposal;
import fr.passerelle.rules.frequentation.FrequentationRules;
import fr.passerelle.rules.frequentation.Population;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.RoomInventoried;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rules applied to what a partition knows, under one barème, as of one month. */
final class Scoring {

    private final Bareme bareme;
    private final YearMonth asOf;
    private final FrequentationRules frequentation;

    Scoring(Bareme bareme, YearMonth asOf) {
        this.bareme = bareme;
        this.asOf = asOf;
        this.frequentation = new FrequentationRules(bareme.jeuDeRegles());
    }

    /** Every room scored and every EPCI that has rooms planned; rooms without EPCI are scored, never proposed. */
    List<Result> of(Subjects subjects) {
        List<Result> results = new ArrayList<>();
        subjects.roomsByEpci().forEach((siren, rooms) -> results.addAll(of(siren, rooms, subjects)));
        return results;
    }

    private List<Result> of(String siren, List<RoomInventoried> rooms, Subjects subjects) {
        Optional<EpciDescribed> epci = subjects.epci(siren);
        Optional<Population> population = epci.map(known -> population(known, rooms));
        List<ScoredRoom> scored = rooms.stream()
                .map(room -> score(
                        room,
                        subjects,
                        population.map(all -> all.servedBy(room.getRoomId())).orElse(null)))
                .toList();
        List<Result> results = new ArrayList<>();
        scored.forEach(room -> results.add(new Result.Score(room.frequentation())));
        epci.map(known -> EpciProposal.of(known, scored, asOf, bareme)).ifPresent(proposal -> {
            proposal.conversions().forEach(conversion -> results.add(new Result.Proposal(conversion)));
            proposal.plan().ifPresent(plan -> results.add(new Result.Financing(plan)));
        });
        return results;
    }

    private Population population(EpciDescribed epci, List<RoomInventoried> rooms) {
        return Population.of(epci, rooms, asOf, bareme.jeuDeRegles().fenetre().populationRadiusMetres());
    }

    private ScoredRoom score(RoomInventoried room, Subjects subjects, @Nullable BigDecimal population) {
        return new ScoredRoom(room, frequentation.score(room, subjects.register(room), population, asOf));
    }
}
