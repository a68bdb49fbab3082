package fr.passerelle.rules.explanation;

import fr.passerelle.rules.conversion.ScoredRoom;
import fr.passerelle.rules.conversion.Seating;
import fr.passerelle.rules.conversion.Seating.Conclusion;
import fr.passerelle.rules.conversion.SupposedHosting;
import fr.passerelle.rules.explanation.EpciResults.EpciSituation;
import fr.passerelle.rules.financing.EpciProposal;
import fr.passerelle.rules.frequentation.RoomFacts;
import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.event.Candidature;
import fr.passerelle.schemas.event.Concurrent;
import fr.passerelle.schemas.event.ConditionJugee;
import fr.passerelle.schemas.event.Contrefactuel;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.Disponibilite;
import fr.passerelle.schemas.event.Fonction;
import fr.passerelle.schemas.event.FonctionJugee;
import fr.passerelle.schemas.event.Hosting;
import fr.passerelle.schemas.event.Levier;
import fr.passerelle.schemas.event.Operande;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.Reponse;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.schemas.event.SiegeKind;
import fr.passerelle.schemas.event.SiteDescribed;
import fr.passerelle.schemas.event.Unite;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The smallest single changes that alter a conclusion of a plan (issue 4): for each room of the region and each site, by subject, one a
 * lever. Each was tried by the rules of every proposal, with nothing else changed.
 */
final class Contrefactuels {

    private static final int SCALE = 6;

    private final EpciSituation situation;
    private final Plan plan;
    private final Conclusion before;

    private Contrefactuels(EpciSituation situation, Plan plan) {
        this.situation = situation;
        this.plan = plan;
        this.before = Conclusion.of(plan);
    }

    /** Those of the plan that the situation leads to. */
    static List<Contrefactuel> of(EpciSituation situation, EpciProposal proposal, Plan plan) {
        Contrefactuels all = new Contrefactuels(situation, plan);
        return Stream.concat(proposal.conversions().stream().flatMap(all::ofRoom), all.ofSites())
                .toList();
    }

    private Stream<Contrefactuel> ofRoom(Conversion conversion) {
        String on = Steps.room(conversion.getRoomId());
        RoomFacts facts = situation.facts(conversion.getRoomId());
        ScoredRoom scored = situation.scored(conversion.getRoomId());
        AttendanceLevers attendance = new AttendanceLevers(situation, facts, scored, this::alters);
        FunctionLevers functions = new FunctionLevers(
                facts.room().getHosting(),
                conversion.getFonctions(),
                hosting -> situation.supposing(hosted(facts, hosting), scored.frequentation()));
        return Stream.of(
                        isInTheRunning(on) ? attendance.presencesLess() : Optional.<InputChange>empty(),
                        attendance.presencesMore(),
                        altering(functions.confirmed()),
                        altering(isInTheRunning(on) ? functions.lost() : Stream.empty()),
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
        return Stream.of(
                        altering(functions.confirmed()),
                        altering(isInTheRunning(on) ? functions.lost() : Stream.empty()))
                .flatMap(Optional::stream)
                .map(change -> told(on, change).build());
    }

    private boolean alters(EpciSituation supposed) {
        return !supposed.seated().equals(before);
    }

    private Optional<InputChange> altering(Stream<InputChange> changes) {
        return changes.filter(change -> alters(change.makes())).findFirst();
    }

    private boolean isInTheRunning(String on) {
        Candidature standing = before.of(on);
        return standing != null && Seating.isInTheRunning(standing);
    }

    private Contrefactuel.Builder told(String on, InputChange change) {
        Conclusion after = change.makes().seated();
        return Contrefactuel.newBuilder()
                .setLevier(change.levier())
                .setAmount(BigDecimal.valueOf(change.amount()).setScale(SCALE))
                .setUnit(change.unit())
                .setFonction(change.fonction())
                .setItems(change.items())
                .setOperands(change.operands())
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

    /**
     * What could change of the functions of a room or a site, smallest first: the fewest conditions, then the order of the functions, then
     * that of the conditions.
     *
     * @param supposing the situation where it offers something else
     */
    private record FunctionLevers(
            Hosting hosting, List<FonctionJugee> fonctions, Function<Hosting, EpciSituation> supposing) {

        /** A function left to verify has all that is unknown of it met. */
        Stream<InputChange> confirmed() {
            return fonctions.stream()
                    .filter(fonction -> fonction.getDisponibilite() == Disponibilite.A_VERIFIER)
                    .sorted(Comparator.comparingInt(
                            fonction -> unknown(fonction).size()))
                    .map(this::confirmed);
        }

        private InputChange confirmed(FonctionJugee fonction) {
            List<ConditionJugee> unknown = unknown(fonction);
            return change(
                    Levier.FONCTION_CONFIRMEE,
                    fonction,
                    unknown,
                    unknown.stream()
                            .map(condition -> answered(condition, SupposedHosting.met(condition), Reponse.OUI))
                            .toList(),
                    SupposedHosting.meeting(hosting, unknown));
        }

        /** A function that could be filled loses one condition; one that is filled today does not depend on any. */
        Stream<InputChange> lost() {
            return fonctions.stream()
                    .filter(fonction -> fonction.getDisponibilite() == Disponibilite.POSSIBLE)
                    .flatMap(fonction -> fonction.getChecks().stream()
                            .filter(SupposedHosting::mayFail)
                            .map(condition -> lost(fonction, condition)));
        }

        private InputChange lost(FonctionJugee fonction, ConditionJugee condition) {
            return change(
                    Levier.FONCTION_PERDUE,
                    fonction,
                    List.of(condition),
                    List.of(answered(condition, SupposedHosting.missed(condition), Reponse.NON)),
                    SupposedHosting.failing(hosting, condition));
        }

        private InputChange change(
                Levier levier,
                FonctionJugee fonction,
                List<ConditionJugee> conditions,
                List<Operande> answers,
                Hosting supposed) {
            return new InputChange(
                    levier,
                    conditions.size(),
                    Unite.OUI_NON,
                    fonction.getFonction(),
                    conditions.stream().map(ConditionJugee::getCondition).toList(),
                    answers,
                    supposing.apply(supposed));
        }

        private static List<ConditionJugee> unknown(FonctionJugee fonction) {
            return fonction.getChecks().stream()
                    .filter(condition -> condition.getReponse() == Reponse.INCONNU)
                    .toList();
        }

        private static Operande answered(ConditionJugee condition, @Nullable BigDecimal number, Reponse yesOrNo) {
            return number == null
                    ? Steps.text(condition.getCondition(), yesOrNo.name(), condition.getUnit())
                    : Steps.number(condition.getCondition(), number, condition.getUnit());
        }
    }

    /**
     * A single change on one place, expressed as an input.
     *
     * @param amount by how much, in the unit
     * @param fonction the function gained or lost; null for another lever
     * @param items codes of the conditions, or months
     * @param operands what each becomes
     * @param makes the situation with nothing else changed
     */
    record InputChange(
            Levier levier,
            long amount,
            Unite unit,
            @Nullable Fonction fonction,
            List<String> items,
            List<Operande> operands,
            EpciSituation makes) {}
}
