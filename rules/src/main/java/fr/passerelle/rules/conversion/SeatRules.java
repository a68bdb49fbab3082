package fr.passerelle.rules.conversion;

import static fr.passerelle.rules.trace.Steps.text;
import static fr.passerelle.rules.trace.Steps.whole;

import fr.passerelle.rules.trace.Rule;
import fr.passerelle.schemas.bareme.JeuDeRegles.ConversionRule;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Operande;
import fr.passerelle.schemas.event.SiegeKind;
import fr.passerelle.schemas.event.Unite;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The search for the seat of an EPCI's tiers lieu (RULES 4.3 and 4.4). Each rule finds its step and what it concludes in one go. */
record SeatRules(EpciDescribed epci, Ranking ranking, ConversionRule rules) {

    /** The first that concludes decides, and those after it are not tried; the last always concludes. */
    private static final List<SeatRule> BOOK = List.of(
            SeatRules::itHasOneAlready,
            SeatRules::howManyAreAllowed,
            SeatRules::whatThereIsToCompare,
            SeatRules::whetherItsDataHoldTheFirstBack,
            SeatRules::whatSeparatesTheFirstTwo,
            SeatRules::whetherBoundsOverlap);

    /** What a rule finds. */
    private interface SeatRule {
        RuleTrial<Choice> in(SeatRules search);
    }

    /** The rules tried, in order: the last of them is the one that concludes. */
    List<RuleTrial<Choice>> tried() {
        List<RuleTrial<Choice>> tried = new ArrayList<>();
        for (SeatRule rule : BOOK) {
            tried.add(rule.in(this));
            if (tried.getLast().conclusion().isPresent()) {
                break;
            }
        }
        return List.copyOf(tried);
    }

    private RuleTrial<Choice> itHasOneAlready() {
        String existing = epci.getIntercommunalite() == null
                ? null
                : epci.getIntercommunalite().getExistingTiersLieu();
        return noneIf(
                existing != null,
                Rule.TIERS_LIEU_EXISTANT,
                ProposalReason.TIERS_LIEU_EXISTANT,
                Finding.AUCUN_TIERS_LIEU_EXISTANT,
                text("tiers_lieu_existant", existing, Unite.CODE));
    }

    private RuleTrial<Choice> howManyAreAllowed() {
        return noneIf(
                rules.maxTiersLieux() == 0,
                Rule.TIERS_LIEUX_MAXIMUM,
                ProposalReason.AUCUN_TIERS_LIEU_PREVU,
                Finding.TIERS_LIEU_PREVU,
                whole("tiers_lieux_maximum", rules.maxTiersLieux(), Unite.LIEUX));
    }

    /** A site stands where an EPCI has no room of the region left: the network that it succeeds to was there. */
    private RuleTrial<Choice> whatThereIsToCompare() {
        return noneIf(
                ranking.all().findAny().isEmpty(),
                Rule.SALLES_DE_LA_REGION,
                ProposalReason.AUCUNE_SALLE_DE_LA_REGION,
                Finding.LIEUX_A_COMPARER,
                whole("salles", count(SiegeKind.SALLE), Unite.SALLES),
                whole("sites", count(SiegeKind.SITE), Unite.LIEUX));
    }

    private RuleTrial<Choice> whetherItsDataHoldTheFirstBack() {
        List<PlaceContender> undecided = ranking.undecided();
        Supplier<Operande[]> told =
                () -> ComparedOperands.ofTheOrder("a_instruire", ranking.heldBack(), undecided, rules);
        return undecided.isEmpty()
                ? RuleTrial.passed(Rule.PREMIERE_A_INSTRUIRE, Finding.AUCUNE_A_INSTRUIRE_EN_TETE.name(), told)
                : RuleTrial.concluded(
                        Rule.PREMIERE_A_INSTRUIRE,
                        new Choice.Undecided(bySubject(undecided)),
                        ProposalReason.PREMIERE_A_INSTRUIRE.name(),
                        told);
    }

    private RuleTrial<Choice> whatSeparatesTheFirstTwo() {
        Supplier<Operande[]> told =
                () -> ComparedOperands.ofTheOrder("candidates", ranking.candidates(), ranking.foremost(), rules);
        return switch (ranking.candidates()) {
            case 0 ->
                RuleTrial.concluded(
                        Rule.ORDRE_DES_CANDIDATES,
                        new Choice.None(ProposalReason.AUCUNE_CANDIDATE),
                        ProposalReason.AUCUNE_CANDIDATE.name(),
                        told);
            case 1 -> seat(Rule.ORDRE_DES_CANDIDATES, Finding.SEULE_CANDIDATE, told);
            default ->
                ranking.separation()
                        .map(key -> seat(Rule.ORDRE_DES_CANDIDATES, key, told))
                        .orElseGet(() -> RuleTrial.passed(Rule.ORDRE_DES_CANDIDATES, Finding.NOTE.name(), told));
        };
    }

    private RuleTrial<Choice> whetherBoundsOverlap() {
        Map<String, Place> first = bySubject(ranking.first());
        Supplier<Operande[]> told = () -> ComparedOperands.ofBounds(
                ranking.foremost().stream().map(PlaceContender::place).toList());
        return first.size() == 1
                ? seat(Rule.EX_AEQUO, Finding.FOURCHETTES_DISJOINTES, told)
                : RuleTrial.concluded(Rule.EX_AEQUO, new Choice.ExAequo(first), ProposalReason.EX_AEQUO.name(), told);
    }

    private static Map<String, Place> bySubject(List<PlaceContender> contenders) {
        Map<String, Place> places = new HashMap<>();
        contenders.forEach(contender -> places.put(contender.place().on(), contender.place()));
        return places;
    }

    private RuleTrial<Choice> seat(Rule rule, Finding finding, Supplier<Operande[]> looked) {
        Place seat = ranking.first().getFirst().place();
        return RuleTrial.concluded(rule, new Choice.Seat(seat), finding.name(), looked);
    }

    private static RuleTrial<Choice> noneIf(
            boolean none, Rule rule, ProposalReason reason, Finding otherwise, Operande... operands) {
        return none
                ? RuleTrial.concluded(rule, new Choice.None(reason), reason.name(), operands)
                : RuleTrial.passed(rule, otherwise.name(), operands);
    }

    private long count(SiegeKind kind) {
        return ranking.all()
                .filter(contender -> contender.place().kind() == kind)
                .count();
    }
}
