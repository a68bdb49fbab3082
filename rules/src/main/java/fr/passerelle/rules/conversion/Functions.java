package fr.passerelle.rules.conversion;

import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.bareme.JeuDeRegles.FunctionThresholds;
import fr.passerelle.schemas.event.ConditionJugee;
import fr.passerelle.schemas.event.Disponibilite;
import fr.passerelle.schemas.event.Fonction;
import fr.passerelle.schemas.event.FonctionJugee;
import fr.passerelle.schemas.event.Hosting;
import fr.passerelle.schemas.event.Reponse;
import fr.passerelle.schemas.event.SiegeKind;
import fr.passerelle.schemas.event.Unite;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The five functions of a place, each judged with the conditions that decide (RULES 4.1): one filled today asks nothing more. */
record Functions(Hosting place, Set<Fonction> filled, FunctionThresholds thresholds) {

    /**
     * Mediation is what a room of the network is for: it is filled today, said or not. Nobody mediates in a site unless it says so. Mediation
     * is POSSIBLE there all the same, and counts for one: it asks nothing of the walls, since the animateur whom the aid pays comes with the
     * tiers lieu, wherever its seat is.
     */
    static Functions of(SiegeKind kind, Hosting place, FunctionThresholds thresholds) {
        Set<Fonction> filled = EnumSet.noneOf(Fonction.class);
        filled.addAll(place.getFunctionsToday());
        if (kind == SiegeKind.SALLE) {
            filled.add(Fonction.MEDIATION_NUMERIQUE);
        }
        return new Functions(place, filled, thresholds);
    }

    /** In the order of the enum. */
    List<FonctionJugee> judged() {
        return Arrays.stream(Fonction.values()).map(this::judged).toList();
    }

    private List<ConditionJugee> asked(Fonction fonction) {
        return switch (fonction) {
            case FABLAB ->
                List.of(
                        surface(thresholds.fablabSurface()),
                        Condition.ESPACE_VENTILE.judged(place.getVentilatedSpace()),
                        owner());
            case COWORKING -> desk().toList();
            case MEDIATION_NUMERIQUE -> List.of();
            case TELETRAVAIL ->
                Stream.concat(desk(), Stream.of(Condition.ESPACE_CLOS.judged(place.getClosedSpace())))
                        .toList();
            case ACCOMPAGNEMENT_PROJETS ->
                List.of(Condition.ANIMATEUR.judged(
                        place.getAnimateurEtpHundredths(), thresholds.accompagnementEtp(), Unite.ETP));
        };
    }

    private Stream<ConditionJugee> desk() {
        return Stream.of(
                surface(thresholds.coworkingSurface()),
                Condition.DEBIT.judged(place.getMeasuredMbitsHundredths(), thresholds.coworkingMbits(), Unite.MBITS),
                owner(),
                Condition.ACCES_PLAIN_PIED.judged(place.getStepFreeAccess()));
    }

    private FonctionJugee judged(Fonction fonction) {
        if (filled.contains(fonction)) {
            return new FonctionJugee(fonction, Disponibilite.OFFERTE, List.of(), List.of());
        }
        List<ConditionJugee> checks = asked(fonction);
        List<String> failed = codes(checks, Reponse.NON);
        List<String> unknown = codes(checks, Reponse.INCONNU);
        return failed.isEmpty()
                ? new FonctionJugee(
                        fonction,
                        unknown.isEmpty() ? Disponibilite.POSSIBLE : Disponibilite.A_VERIFIER,
                        unknown,
                        checks)
                : new FonctionJugee(fonction, Disponibilite.NON, failed, checks);
    }

    private static List<String> codes(List<ConditionJugee> checks, Reponse answer) {
        return checks.stream()
                .filter(check -> check.getReponse() == answer)
                .map(ConditionJugee::getCondition)
                .toList();
    }

    private ConditionJugee surface(BigDecimal least) {
        return Condition.SURFACE.judged(place.getSurfaceM2Hundredths(), least, Unite.METRES_CARRES);
    }

    private ConditionJugee owner() {
        return Condition.ACCORD_PROPRIETAIRE.judged(place.getOwnerAgreement());
    }

    /** What a function asks of a place. The names are the stable codes of the log. */
    enum Condition {
        SURFACE,
        DEBIT,
        ACCORD_PROPRIETAIRE,
        ACCES_PLAIN_PIED,
        ESPACE_CLOS,
        ESPACE_VENTILE,
        ANIMATEUR;

        private static final int SCALE = 6;

        /** A yes or no. */
        ConditionJugee judged(@Nullable Boolean fact) {
            return new ConditionJugee(name(), Steps.reponse(fact), null, null, Unite.OUI_NON);
        }

        /** A number in hundredths against a threshold in units; equal is enough. */
        ConditionJugee judged(@Nullable Integer hundredths, BigDecimal least, Unite unit) {
            BigDecimal found = hundredths == null
                    ? null
                    : BigDecimal.valueOf(hundredths, 2).setScale(SCALE);
            Reponse answer = Steps.reponse(found == null ? null : found.compareTo(least) >= 0);
            return new ConditionJugee(name(), answer, found, least.setScale(SCALE), unit);
        }
    }
}
