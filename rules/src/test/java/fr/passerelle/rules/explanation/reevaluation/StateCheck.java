package fr.passerelle.rules.explanation.reevaluation;

import fr.passerelle.rules.trace.Rule;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.FrequentationState;
import fr.passerelle.schemas.event.RegleEssayee;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import java.util.Optional;

/** Whether a room may be scored, again: open on the last day of the as-of, enough of its open months observed. */
record StateCheck(Frequentation told, Trace trace, Findings findings) {

    /** @param noted the state where enough is observed */
    void run(FrequentationState noted) {
        RegleEssayee step = trace.step(Rule.MOIS_OBSERVES);
        Looked looked = new Looked(step.getOperands());
        findings.same("mois_observes", looked.whole("mois_observes"), (long) told.getMonthsObserved());
        findings.same("mois_ouverts", looked.whole("mois_ouverts"), (long) told.getMonthsOpen());
        LocalDate day = LocalDate.parse(Objects.requireNonNullElse(looked.text("dernier_jour"), ""));
        findings.same("as_of", day, YearMonth.parse(told.getAsOf()).atEndOfMonth());
        String outcome = outcome(looked, day);
        findings.same("MOIS_OBSERVES.outcome", step.getOutcome(), outcome);
        findings.same("MOIS_OBSERVES.decides", step.getDecides(), !outcome.equals("SUFFISANTS"));
        findings.same("state", told.getState().name(), outcome.equals("SUFFISANTS") ? noted.name() : outcome);
    }

    private static String outcome(Looked looked, LocalDate day) {
        boolean opened =
                day(looked, "ouverture").map(first -> !first.isAfter(day)).orElse(true);
        boolean closed =
                day(looked, "fermeture").map(last -> !last.isAfter(day)).orElse(false);
        if (!opened || closed) {
            return "FERMEE";
        }
        BigDecimal least = looked.number("mois_ouverts").multiply(looked.number("part_minimale"));
        boolean enough = looked.number("mois_ouverts").signum() > 0
                && looked.number("mois_observes").compareTo(least) >= 0;
        return enough ? "SUFFISANTS" : "DONNEES_INSUFFISANTES";
    }

    private static Optional<LocalDate> day(Looked looked, String name) {
        return Optional.ofNullable(looked.text(name)).map(LocalDate::parse);
    }
}
