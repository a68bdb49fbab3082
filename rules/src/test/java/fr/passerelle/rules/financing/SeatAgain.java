package fr.passerelle.rules.financing;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.rules.trace.Rule;
import fr.passerelle.schemas.event.Candidature;
import fr.passerelle.schemas.event.Concurrent;
import fr.passerelle.schemas.event.ConditionJugee;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.Disponibilite;
import fr.passerelle.schemas.event.FonctionJugee;
import fr.passerelle.schemas.event.Operande;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.RegleEssayee;
import fr.passerelle.schemas.event.Reponse;
import fr.passerelle.schemas.event.SiegeKind;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The seat of a plan, found again from the events alone: neither barème nor facts, and other code than the rules'. */
record SeatAgain(Plan plan, List<Conversion> conversions) {

    /** Subjects that are the seat (one) or that tie (several), or none. */
    List<String> first() {
        return isExcluded() ? List.of() : firstOf(candidates());
    }

    /** Where a place stands before anything is chosen. */
    Candidature standing(Concurrent place) {
        List<RegleEssayee> steps = steps(place);
        long confirmed = place.getFonctions().stream()
                .map(SeatAgain::again)
                .filter(d -> d == Disponibilite.OFFERTE || d == Disponibilite.POSSIBLE)
                .count();
        if (find(steps, "etat")
                .filter(state -> "DONNEES_INSUFFISANTES".equals(state.getText()))
                .isPresent()) {
            return Candidature.DONNEES_INSUFFISANTES;
        }
        if (isUnderTheThreshold(steps, "borne_haute")) {
            return Candidature.SOUS_LE_SEUIL;
        }
        if (confirmed < number(steps, "fonctions_minimum")) {
            return Candidature.FONCTIONS_INSUFFISANTES;
        }
        return isUnderTheThreshold(steps, "borne_basse") ? Candidature.A_INSTRUIRE : Candidature.CANDIDATE;
    }

    private boolean isExcluded() {
        return find(plan.getTrace(), "tiers_lieu_existant")
                        .filter(name -> name.getText() != null)
                        .isPresent()
                || number(plan.getTrace(), "tiers_lieux_maximum") == 0;
    }

    private List<Concurrent> candidates() {
        return plan.getCandidates().stream()
                .filter(place -> standing(place) == Candidature.CANDIDATE)
                .toList();
    }

    private List<String> firstOf(List<Concurrent> candidates) {
        long step = candidates.isEmpty() ? 1 : number(plan.getTrace(), "pas_population");
        Comparator<Concurrent> merits = Comparator.comparing(Concurrent::getFunctionsWanted)
                .thenComparing(Concurrent::getFunctionsConfirmed)
                .thenComparing(place -> place.getPopulation() / step);
        List<Concurrent> best = candidates.stream()
                .filter(place -> candidates.stream().noneMatch(other -> merits.compare(other, place) > 0))
                .toList();
        Optional<Integer> score =
                best.stream().map(Concurrent::getScore).filter(Objects::nonNull).max(Comparator.naturalOrder());
        return best.stream()
                .filter(place -> best.stream()
                        .filter(top -> Objects.equals(top.getScore(), score.orElse(null)))
                        .anyMatch(top -> overlap(top, place)))
                .map(SeatAgain::on)
                .toList();
    }

    private static boolean overlap(Concurrent one, Concurrent other) {
        return one.getScore() == null
                || other.getScore() == null
                || (one.getLow() <= other.getHigh() && other.getLow() <= one.getHigh());
    }

    private static Disponibilite again(FonctionJugee fonction) {
        if (fonction.getChecks().isEmpty()) {
            return fonction.getDisponibilite();
        }
        List<Reponse> answers =
                fonction.getChecks().stream().map(SeatAgain::again).toList();
        if (answers.contains(Reponse.NON)) {
            return Disponibilite.NON;
        }
        return answers.contains(Reponse.INCONNU) ? Disponibilite.A_VERIFIER : Disponibilite.POSSIBLE;
    }

    private static Reponse again(ConditionJugee check) {
        if (check.getRequired() == null) {
            return check.getReponse();
        }
        if (check.getFound() == null) {
            return Reponse.INCONNU;
        }
        return check.getFound().compareTo(check.getRequired()) >= 0 ? Reponse.OUI : Reponse.NON;
    }

    static String on(Concurrent place) {
        return (place.getSiege().getKind() == SiegeKind.SITE ? "site:" : "room:")
                + place.getSiege().getId();
    }

    /** Steps on a place, from the conversion of a room and from the plan for a site. */
    private List<RegleEssayee> steps(Concurrent place) {
        return Stream.concat(conversions.stream().flatMap(room -> room.getTrace().stream()), plan.getTrace().stream())
                .filter(step -> step.getOn().equals(on(place)))
                .toList();
    }

    private static boolean isUnderTheThreshold(List<RegleEssayee> steps, String bound) {
        List<RegleEssayee> threshold = steps.stream()
                .filter(step -> step.getRule().equals(Rule.SEUIL.name()))
                .filter(step -> find(List.of(step), bound).isPresent())
                .toList();
        return !threshold.isEmpty() && number(threshold, bound) < number(threshold, "seuil");
    }

    private static long number(List<RegleEssayee> steps, String name) {
        Operande operand = find(steps, name).orElseThrow(() -> new AssertionError("No operand " + name));
        assertThat(operand.getAmount()).as(name).isNotNull();
        return operand.getAmount().longValueExact();
    }

    private static Optional<Operande> find(List<RegleEssayee> steps, String name) {
        return steps.stream()
                .flatMap(step -> step.getOperands().stream())
                .filter(operand -> operand.getName().equals(name))
                .findFirst();
    }
}
