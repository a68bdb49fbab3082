package fr.passerelle.rules.financing;

import fr.passerelle.rules.trace.Rule;
import fr.passerelle.schemas.event.AidLine;
import fr.passerelle.schemas.event.Operande;
import fr.passerelle.schemas.event.RegleEssayee;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Computes a line of aid again from its steps alone: neither barème nor facts. */
final class AidReplay {

    private @Nullable BigDecimal base;
    private @Nullable BigDecimal aid;
    private @Nullable BigDecimal left;
    private String decidedBy = "";

    private AidReplay() {}

    static AidReplay of(AidLine line) {
        AidReplay replay = new AidReplay();
        line.getTrace().forEach(replay::step);
        return replay;
    }

    @Nullable
    BigDecimal aid() {
        return aid;
    }

    @Nullable
    BigDecimal left() {
        return left;
    }

    String decidedBy() {
        return decidedBy;
    }

    private void step(RegleEssayee step) {
        StepOperands read = new StepOperands(step);
        switch (Rule.valueOf(step.getRule())) {
            case ETUDE -> stop(read.is("etude", "REFUSEE"), "REFUSEE");
            case INVESTISSEMENT, FONCTIONNEMENT -> gate(read);
            case ASSIETTE -> base(read);
            case TAUX -> decide(cents(known(base).multiply(read.amount("taux"))), "TAUX");
            case PLAFOND -> bound(ceiling(read), "PLAFOND");
            case FORFAIT -> lumpSum(read);
            case MINIMUM -> least(read);
            case AUTRES_AIDES -> bound(read.orZero("cout").subtract(read.orZero("autres_aides")), "AUTRES_AIDES");
            case PARTICIPATION_MINIMALE -> bound(shared(read), "PARTICIPATION_MINIMALE");
            case RESTE ->
                left = floor(read.amount("cout")
                        .subtract(read.orZero("recettes"))
                        .subtract(read.orZero("autres_aides"))
                        .subtract(known(aid)));
            default -> throw new AssertionError("No rule of a line: " + step);
        }
    }

    private void gate(StepOperands read) {
        stop(read.is("tiers_lieu_propose", "NON"), "SANS_TIERS_LIEU");
        stop(
                decidedBy.isEmpty() && read.is("etude_prealable", "OUI") && !read.is("etude", "RENDUE"),
                "ETUDE_PREALABLE");
    }

    private void base(StepOperands read) {
        if (read.isUnknown("cout")) {
            decidedBy = "COUT_INCONNU";
        } else {
            base = floor(read.amount("cout").subtract(read.orZero("recettes")));
        }
    }

    private static BigDecimal ceiling(StepOperands read) {
        BigDecimal ceiling = read.amount("plafond");
        return read.is("plafond_porte_sur", "AIDE") ? ceiling : cents(ceiling.multiply(read.amount("taux")));
    }

    private void lumpSum(StepOperands read) {
        decide(cents(read.amount("base_votee").multiply(read.amount("taux"))), "FORFAIT");
        bound(read.amount("cout"), "COUT");
    }

    private void least(StepOperands read) {
        if (read.amount("cout").compareTo(read.amount("base_votee")) < 0) {
            decide(BigDecimal.ZERO, "SOUS_LE_MINIMUM");
        } else {
            decide(read.amount("base_votee").multiply(read.amount("taux")), "PLAFOND");
        }
    }

    private static BigDecimal shared(StepOperands read) {
        BigDecimal cost = read.amount("cout");
        return cost.subtract(read.orZero("autres_aides"))
                .subtract(cents(cost.multiply(read.amount("participation_minimale"))));
    }

    private void stop(boolean stops, String decision) {
        if (stops) {
            decide(BigDecimal.ZERO, decision);
        }
    }

    private void bound(BigDecimal limit, String decision) {
        if (known(aid).compareTo(floor(limit)) > 0) {
            decide(floor(limit), decision);
        }
    }

    private void decide(BigDecimal euros, String decision) {
        aid = cents(euros);
        decidedBy = decision;
    }

    private static BigDecimal floor(BigDecimal euros) {
        return cents(euros.max(BigDecimal.ZERO));
    }

    private static BigDecimal cents(BigDecimal euros) {
        return euros.setScale(2, RoundingMode.HALF_UP);
    }

    private static BigDecimal known(@Nullable BigDecimal euros) {
        if (euros == null) {
            throw new AssertionError("A step came before what it needs");
        }
        return euros;
    }

    /** What a step looked at, by name. */
    record StepOperands(RegleEssayee step) {

        /** A number that has to be there. */
        BigDecimal amount(String name) {
            return operand(name)
                    .map(Operande::getAmount)
                    .orElseThrow(() -> new AssertionError("No " + name + " in " + step));
        }

        /** Nothing where it is unknown, or not looked at. */
        BigDecimal orZero(String name) {
            return operand(name).map(Operande::getAmount).orElse(BigDecimal.ZERO);
        }

        boolean isUnknown(String name) {
            return operand(name).map(Operande::getAmount).isEmpty();
        }

        boolean is(String name, String text) {
            return operand(name)
                    .filter(one -> Objects.equals(one.getText(), text))
                    .isPresent();
        }

        private Optional<Operande> operand(String name) {
            return step.getOperands().stream()
                    .filter(one -> one.getName().equals(name))
                    .findFirst();
        }
    }
}
