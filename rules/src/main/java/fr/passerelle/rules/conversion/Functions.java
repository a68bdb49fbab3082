package fr.passerelle.rules.conversion;

import static fr.passerelle.rules.conversion.Answer.reaches;
import static fr.passerelle.rules.conversion.Condition.ACCES_PLAIN_PIED;
import static fr.passerelle.rules.conversion.Condition.ACCORD_PROPRIETAIRE;
import static fr.passerelle.rules.conversion.Condition.ANIMATEUR;
import static fr.passerelle.rules.conversion.Condition.DEBIT;
import static fr.passerelle.rules.conversion.Condition.ESPACE_CLOS;
import static fr.passerelle.rules.conversion.Condition.ESPACE_VENTILE;
import static fr.passerelle.rules.conversion.Condition.SURFACE;

import fr.passerelle.schemas.bareme.JeuDeRegles.FunctionThresholds;
import fr.passerelle.schemas.event.Disponibilite;
import fr.passerelle.schemas.event.Fonction;
import fr.passerelle.schemas.event.FonctionJugee;
import fr.passerelle.schemas.event.Hosting;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The five functions of a room of the network, each judged with the conditions that decide (RULES 4.1). */
record Functions(Hosting place, FunctionThresholds thresholds) {

    /** In the order of the enum. */
    List<FonctionJugee> judged() {
        return Arrays.stream(Fonction.values()).map(this::judged).toList();
    }

    private List<Check> asked(Fonction fonction) {
        return switch (fonction) {
            case FABLAB -> List.of(surface(thresholds.fablabSurface()), ventilated(), owner());
            case COWORKING -> desk().toList();
            case MEDIATION_NUMERIQUE -> List.of();
            case TELETRAVAIL -> Stream.concat(desk(), Stream.of(closedSpace())).toList();
            case ACCOMPAGNEMENT_PROJETS -> List.of(animateur());
        };
    }

    private Stream<Check> desk() {
        return Stream.of(surface(thresholds.coworkingSurface()), rate(), owner(), stepFree());
    }

    private FonctionJugee judged(Fonction fonction) {
        if (filledToday(fonction)) {
            return new FonctionJugee(fonction, Disponibilite.OFFERTE, List.of());
        }
        List<Check> checks = asked(fonction);
        List<String> failed = Check.codes(checks, Answer.NO);
        return failed.isEmpty()
                ? notRefused(fonction, Check.codes(checks, Answer.UNKNOWN))
                : new FonctionJugee(fonction, Disponibilite.NON, failed);
    }

    private static FonctionJugee notRefused(Fonction fonction, List<String> unknown) {
        return new FonctionJugee(
                fonction, unknown.isEmpty() ? Disponibilite.POSSIBLE : Disponibilite.A_VERIFIER, unknown);
    }

    /** Mediation is what a room of the network is for. */
    private boolean filledToday(Fonction fonction) {
        return fonction == Fonction.MEDIATION_NUMERIQUE
                || place.getFunctionsToday().contains(fonction);
    }

    private Check surface(BigDecimal least) {
        return new Check(SURFACE, reaches(place.getSurfaceM2Hundredths(), least));
    }

    private Check rate() {
        return new Check(DEBIT, reaches(place.getMeasuredMbitsHundredths(), thresholds.coworkingMbits()));
    }

    private Check animateur() {
        return new Check(ANIMATEUR, reaches(place.getAnimateurEtpHundredths(), thresholds.accompagnementEtp()));
    }

    private Check owner() {
        return new Check(ACCORD_PROPRIETAIRE, Answer.of(place.getOwnerAgreement()));
    }

    private Check stepFree() {
        return new Check(ACCES_PLAIN_PIED, Answer.of(place.getStepFreeAccess()));
    }

    private Check closedSpace() {
        return new Check(ESPACE_CLOS, Answer.of(place.getClosedSpace()));
    }

    private Check ventilated() {
        return new Check(ESPACE_VENTILE, Answer.of(place.getVentilatedSpace()));
    }
}
