package fr.passerelle.rules.conversion;

import static fr.passerelle.rules.conversion.Functions.Condition.ACCES_PLAIN_PIED;
import static fr.passerelle.rules.conversion.Functions.Condition.ACCORD_PROPRIETAIRE;
import static fr.passerelle.rules.conversion.Functions.Condition.ANIMATEUR;
import static fr.passerelle.rules.conversion.Functions.Condition.DEBIT;
import static fr.passerelle.rules.conversion.Functions.Condition.ESPACE_CLOS;
import static fr.passerelle.rules.conversion.Functions.Condition.ESPACE_VENTILE;
import static fr.passerelle.rules.conversion.Functions.Condition.SURFACE;

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

    private List<Check> asked(Fonction fonction) {
        return switch (fonction) {
            case FABLAB ->
                List.of(
                        surface(thresholds.fablabSurface()),
                        Check.of(ESPACE_VENTILE, place.getVentilatedSpace()),
                        owner());
            case COWORKING -> desk().toList();
            case MEDIATION_NUMERIQUE -> List.of();
            case TELETRAVAIL ->
                Stream.concat(desk(), Stream.of(Check.of(ESPACE_CLOS, place.getClosedSpace())))
                        .toList();
            case ACCOMPAGNEMENT_PROJETS ->
                List.of(Check.reaches(
                        ANIMATEUR, place.getAnimateurEtpHundredths(), thresholds.accompagnementEtp(), Unite.ETP));
        };
    }

    private Stream<Check> desk() {
        return Stream.of(
                surface(thresholds.coworkingSurface()),
                Check.reaches(DEBIT, place.getMeasuredMbitsHundredths(), thresholds.coworkingMbits(), Unite.MBITS),
                owner(),
                Check.of(ACCES_PLAIN_PIED, place.getStepFreeAccess()));
    }

    private FonctionJugee judged(Fonction fonction) {
        if (filled.contains(fonction)) {
            return new FonctionJugee(fonction, Disponibilite.OFFERTE, List.of(), List.of());
        }
        List<Check> checks = asked(fonction);
        List<String> failed = Check.codes(checks, Reponse.NON);
        List<String> unknown = Check.codes(checks, Reponse.INCONNU);
        return new FonctionJugee(
                fonction,
                disponibilite(failed, unknown),
                failed.isEmpty() ? unknown : failed,
                checks.stream().map(Check::told).toList());
    }

    private static Disponibilite disponibilite(List<String> failed, List<String> unknown) {
        if (!failed.isEmpty()) {
            return Disponibilite.NON;
        }
        return unknown.isEmpty() ? Disponibilite.POSSIBLE : Disponibilite.A_VERIFIER;
    }

    private Check surface(BigDecimal least) {
        return Check.reaches(SURFACE, place.getSurfaceM2Hundredths(), least, Unite.METRES_CARRES);
    }

    private Check owner() {
        return Check.of(ACCORD_PROPRIETAIRE, place.getOwnerAgreement());
    }

    /** A condition, what is known of it, and what was compared. */
    record Check(
            Condition condition,
            Reponse answer,
            @Nullable BigDecimal found,
            @Nullable BigDecimal required,
            Unite unit) {

        private static final int SCALE = 6;

        /** A yes or no. */
        static Check of(Condition condition, @Nullable Boolean fact) {
            return new Check(condition, Steps.reponse(fact), null, null, Unite.OUI_NON);
        }

        /** A number in hundredths against a threshold in units; equal is enough. */
        static Check reaches(Condition condition, @Nullable Integer hundredths, BigDecimal least, Unite unit) {
            BigDecimal found = hundredths == null ? null : BigDecimal.valueOf(hundredths, 2);
            Reponse answer = Steps.reponse(found == null ? null : found.compareTo(least) >= 0);
            return new Check(condition, answer, found, least, unit);
        }

        /** As the trace tells it. */
        ConditionJugee told() {
            return new ConditionJugee(condition.name(), answer, six(found), six(required), unit);
        }

        static List<String> codes(List<Check> checks, Reponse answer) {
            return checks.stream()
                    .filter(check -> check.answer() == answer)
                    .map(check -> check.condition().name())
                    .toList();
        }

        private static @Nullable BigDecimal six(@Nullable BigDecimal number) {
            return number == null ? null : number.setScale(SCALE);
        }
    }

    /** What a function asks of a place. The names are the stable codes of the log. */
    enum Condition {
        SURFACE,
        DEBIT,
        ACCORD_PROPRIETAIRE,
        ACCES_PLAIN_PIED,
        ESPACE_CLOS,
        ESPACE_VENTILE,
        ANIMATEUR
    }
}
