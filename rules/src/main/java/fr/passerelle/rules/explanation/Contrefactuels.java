package fr.passerelle.rules.explanation;

import fr.passerelle.rules.conversion.ScoredRoom;
import fr.passerelle.rules.financing.EpciProposal;
import fr.passerelle.rules.frequentation.RoomFacts;
import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.event.Candidature;
import fr.passerelle.schemas.event.Concurrent;
import fr.passerelle.schemas.event.Contrefactuel;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.Hosting;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.schemas.event.SiegeKind;
import fr.passerelle.schemas.event.SiteDescribed;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The smallest single changes that alter a conclusion of a plan (issue 4): for each room of the region and each site, by subject, one a
 * lever. Each was tried by the rules of every proposal, with nothing else changed.
 */
final class Contrefactuels {

    private static final Set<Candidature> IN_THE_RUNNING =
            Set.of(Candidature.RETENUE, Candidature.EX_AEQUO, Candidature.CANDIDATE);

    private final EpciSituation situation;
    private final EpciProposal proposal;
    private final Plan plan;
    private final Conclusion before;

    private Contrefactuels(EpciSituation situation, EpciProposal proposal, Plan plan) {
        this.situation = situation;
        this.proposal = proposal;
        this.plan = plan;
        this.before = Conclusion.of(plan);
    }

    /** Those of the plan that the situation leads to. */
    static List<Contrefactuel> of(EpciSituation situation, EpciProposal proposal, Plan plan) {
        Contrefactuels all = new Contrefactuels(situation, proposal, plan);
        return Stream.concat(all.ofRooms(), all.ofSites()).toList();
    }

    private Stream<Contrefactuel> ofRooms() {
        return proposal.conversions().stream()
                .sorted(Comparator.comparing(Conversion::getRoomId))
                .flatMap(this::ofRoom);
    }

    private Stream<Contrefactuel> ofRoom(Conversion conversion) {
        String on = Steps.room(conversion.getRoomId());
        RoomFacts facts = situation.facts(conversion.getRoomId());
        ScoredRoom scored = situation.scored(conversion.getRoomId());
        AttendanceLevers attendance = new AttendanceLevers(situation, facts, scored, EpciSituation::alters);
        FunctionLevers functions = new FunctionLevers(
                facts.room().getHosting(),
                conversion.getFonctions(),
                hosting -> situation.supposing(hosted(facts, hosting), scored.frequentation()));
        return Stream.of(
                        taken(on, attendance),
                        attendance.presencesMore(),
                        confirmed(functions),
                        lost(on, functions),
                        attendance.monthsReturned())
                .flatMap(Optional::stream)
                .map(change -> told(on, change)
                        .setScoreBefore(scored.frequentation().getScore())
                        .setScoreAfter(change.makes()
                                .scored(scored.id())
                                .frequentation()
                                .getScore())
                        .build());
    }

    private Stream<Contrefactuel> ofSites() {
        return plan.getCandidates().stream()
                .filter(candidate -> candidate.getSiege().getKind() == SiegeKind.SITE)
                .sorted(Comparator.comparing(candidate -> candidate.getSiege().getId()))
                .flatMap(this::ofSite);
    }

    private Stream<Contrefactuel> ofSite(Concurrent candidate) {
        String on = Steps.site(candidate.getSiege().getId());
        SiteDescribed site = situation.site(candidate.getSiege().getId());
        FunctionLevers functions = new FunctionLevers(
                site.getHosting(),
                candidate.getFonctions(),
                hosting -> situation.supposing(
                        SiteDescribed.newBuilder(site).setHosting(hosting).build()));
        return Stream.of(confirmed(functions), lost(on, functions))
                .flatMap(Optional::stream)
                .map(change -> told(on, change).build());
    }

    private Optional<InputChange> taken(String on, AttendanceLevers attendance) {
        return isInTheRunning(on) ? attendance.presencesLess() : Optional.empty();
    }

    private Optional<InputChange> confirmed(FunctionLevers functions) {
        return functions.confirmed().filter(change -> change.makes().alters()).findFirst();
    }

    private Optional<InputChange> lost(String on, FunctionLevers functions) {
        return isInTheRunning(on)
                ? functions.lost().filter(change -> change.makes().alters()).findFirst()
                : Optional.empty();
    }

    private boolean isInTheRunning(String on) {
        Candidature standing = before.of(on);
        return standing != null && IN_THE_RUNNING.contains(standing);
    }

    private Contrefactuel.Builder told(String on, InputChange change) {
        Conclusion after = Conclusion.of(change.makes().seated());
        return change.told()
                .setOn(on)
                .setBefore(before.of(on))
                .setAfter(after.of(on))
                .setSeatBefore(before.seat())
                .setSeatAfter(after.seat());
    }

    private static RoomFacts hosted(RoomFacts facts, Hosting hosting) {
        return new RoomFacts(
                RoomInventoried.newBuilder(facts.room()).setHosting(hosting).build(), facts.register());
    }
}
