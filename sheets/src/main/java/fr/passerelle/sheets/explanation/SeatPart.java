package fr.passerelle.sheets.explanation;

import fr.passerelle.rules.conversion.Seating;
import fr.passerelle.rules.trace.Rule;
import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.event.Concurrent;
import fr.passerelle.schemas.event.ConditionJugee;
import fr.passerelle.schemas.event.Disponibilite;
import fr.passerelle.schemas.event.FonctionJugee;
import fr.passerelle.schemas.event.Operande;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.RegleEssayee;
import fr.passerelle.schemas.event.Reponse;
import fr.passerelle.schemas.event.Siege;
import fr.passerelle.schemas.event.SiegeKind;
import fr.passerelle.sheets.explanation.Dossier.ScoreFigures;
import fr.passerelle.sheets.french.Textes;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A seat that is proposed: how much it is used, its score, what it can host. */
public record SeatPart(Dossier dossier, Naming naming, Siege seat) {

    private static final Set<Rule> OF_THE_SEARCH = EnumSet.of(
            Rule.TIERS_LIEU_EXISTANT,
            Rule.TIERS_LIEUX_MAXIMUM,
            Rule.SALLES_DE_LA_REGION,
            Rule.PREMIERE_A_INSTRUIRE,
            Rule.ORDRE_DES_CANDIDATES,
            Rule.EX_AEQUO);

    Stream<Sentence> sentences() {
        return Stream.of(
                        Stream.of(Sentence.kept(
                                "maire.siege", Map.of("lieu", naming.at(seat), "etude", dossier.study()))),
                        use(),
                        new FunctionsPart(dossier.fonctions(seat), seat.getKind()).sentences(),
                        LiftFirst.sentence(dossier.plan(), seat).stream(),
                        precedence(dossier, naming))
                .flatMap(part -> part);
    }

    private Stream<Sentence> use() {
        if (seat.getKind() == SiegeKind.SITE) {
            return Stream.of(Sentence.kept("maire.site", Map.of()));
        }
        return dossier.score(seat.getId()).stream()
                .flatMap(score ->
                        Stream.of(ScoreFigures.use(score), Sentence.kept("maire.note", dossier.figures(score))));
    }

    /** The step that concluded the search for the seat of an EPCI (RULES 4.3, 4.4); empty where the plan holds no trace. */
    static Optional<RegleEssayee> decision(Plan plan) {
        return plan.getTrace().stream()
                .filter(RegleEssayee::getDecides)
                .filter(step -> step.getOn().equals(Steps.epci(plan.getEpci())))
                .filter(step -> OF_THE_SEARCH.contains(Rule.valueOf(step.getRule())))
                .findFirst();
    }

    /** Why the seat is here and not at the place that comes next in order: what separated them, with both figures. */
    static Stream<Sentence> precedence(Dossier dossier, Naming naming) {
        BigDecimal kilometres = dossier.number(Rule.ORDRE_DES_CANDIDATES, "rayon_population")
                .map(metres -> metres.movePointLeft(3).stripTrailingZeros())
                .orElse(BigDecimal.ZERO);
        return SeatPrecedence.of(dossier.plan()).stream()
                .map(precedence -> Sentence.kept(
                        "maire.devant." + precedence.criterion(),
                        Map.of(
                                "autre", place(precedence.next(), naming),
                                "premier", precedence.ofTheSeat(),
                                "second", precedence.ofTheNext(),
                                "km", kilometres)));
    }

    private static String place(String subject, Naming naming) {
        return naming.places().stream()
                .filter(place -> subject.equals(Steps.seat(place)))
                .findFirst()
                .map(naming::at)
                .orElse(subject);
    }

    /**
     * Why the seat proposed comes before the next candidate in order (RULES 4.3), read from the step that decided: nothing is compared again.
     *
     * @param criterion what separated them: the code of what candidates are ordered by
     * @param next the place that comes next, as the log names it: {@code room:02-1}
     * @param ofTheSeat functions, inhabitants or points, from 0
     * @param ofTheNext the same of the other
     */
    public record SeatPrecedence(String criterion, String next, int ofTheSeat, int ofTheNext) {

        /** Of a plan; empty where it proposes no seat, has one candidate, or holds no trace. */
        public static Optional<SeatPrecedence> of(Plan plan) {
            return plan.getSiege() == null ? Optional.empty() : decision(plan).flatMap(SeatPrecedence::of);
        }

        private static Optional<SeatPrecedence> of(RegleEssayee step) {
            String criterion = step.getRule().equals(Rule.EX_AEQUO.name()) ? "NOTE" : step.getOutcome();
            String figure = criterion.toLowerCase(Locale.ROOT);
            return operand(step, "lieu_2")
                    .map(Operande::getText)
                    .flatMap(next -> figure(step, figure + "_1")
                            .flatMap(first -> figure(step, figure + "_2")
                                    .map(second -> new SeatPrecedence(criterion, next, first, second))));
        }

        private static Optional<Integer> figure(RegleEssayee step, String name) {
            return operand(step, name).map(Operande::getAmount).map(BigDecimal::intValueExact);
        }

        private static Optional<Operande> operand(RegleEssayee step, String name) {
            return step.getOperands().stream()
                    .filter(operand -> operand.getName().equals(name))
                    .findFirst();
        }
    }

    /** What has to be lifted before a place opens (RULES 4.2), the one sentence that says it wherever the place is proposed. */
    public static final class LiftFirst {

        private LiftFirst() {}

        /** « À lever avant d'ouvrir : l'accord du propriétaire (inconnu). »; empty where nothing has to be. */
        public static Optional<String> of(Plan plan, Siege place) {
            return points(plan, place).map(points -> Textes.say("levee", Map.of("points", points)));
        }

        /** The points alone, within a sentence. */
        public static Optional<String> points(Plan plan, Siege place) {
            return Seating.compared(plan, place)
                    .map(Concurrent::getALever)
                    .filter(lift -> !lift.isEmpty())
                    .map(lift -> Textes.and(lift.stream()
                            .map(one -> Textes.word("levee", one.getCondition() + "." + one.getReponse()))
                            .toList()));
        }

        /** The same, kept whole in a text that has a limit. */
        static Optional<Sentence> sentence(Plan plan, Siege place) {
            return points(plan, place).map(points -> Sentence.kept("levee", Map.of("points", points)));
        }
    }

    /** What a seat fills today, could host, and what is left to verify. */
    record FunctionsPart(List<FonctionJugee> fonctions, SiegeKind kind) {

        private static final int RANK = 4;
        private static final int LEAVING = 1;

        Stream<Sentence> sentences() {
            return Stream.concat(sure(), toVerify());
        }

        private Stream<Sentence> sure() {
            List<String> filled = names(Disponibilite.OFFERTE);
            List<String> possible = names(Disponibilite.POSSIBLE);
            List<String> met = conditionsMet();
            return filled.isEmpty() && possible.isEmpty()
                    ? Stream.empty()
                    : Stream.of(new Sentence(
                            RANK,
                            LEAVING,
                            List.of(said(filled, possible, met), said(filled, possible, List.of()), "")));
        }

        private String said(List<String> filled, List<String> possible, List<String> met) {
            return Textes.say(
                    "maire.fonctions",
                    Map.of(
                            "lieu", kind == SiegeKind.SITE ? "site" : "salle",
                            "offertes", filled.size(),
                            "assurees", Textes.and(filled),
                            "possibles", possible.size(),
                            "accueillies", Textes.and(possible),
                            "conditions", met.size(),
                            "confirmees", Textes.and(met)));
        }

        private Stream<Sentence> toVerify() {
            List<String> unsure = names(Disponibilite.A_VERIFIER);
            return Sentence.kept("maire.a.verifier", Map.of("n", unsure.size(), "fonctions", Textes.and(unsure)))
                    .when(!unsure.isEmpty());
        }

        private List<String> names(Disponibilite disponibilite) {
            return Dossier.functions(fonctions, disponibilite);
        }

        private List<String> conditionsMet() {
            return fonctions.stream()
                    .filter(fonction -> fonction.getDisponibilite() == Disponibilite.POSSIBLE)
                    .flatMap(fonction -> fonction.getChecks().stream())
                    .filter(check -> check.getReponse() == Reponse.OUI)
                    .map(ConditionJugee::getCondition)
                    .distinct()
                    .map(one -> Textes.word("condition", one))
                    .toList();
        }
    }
}
