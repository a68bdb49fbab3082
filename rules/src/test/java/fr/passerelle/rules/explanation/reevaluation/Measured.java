package fr.passerelle.rules.explanation.reevaluation;

import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.Indicateur;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The terms of an indicator, from what it took.
 *
 * @param unavailable why there are none; null where there are
 */
record Measured(
        @Nullable String unavailable,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator) {

    static Measured unavailable(String reason) {
        return new Measured(reason, null, null);
    }

    static Measured of(Indicateur told, Frequentation room) {
        Looked took = new Looked(told.getOperands());
        return switch (told.getName()) {
            case USAGE -> usage(took, told, room);
            case OCCUPATION -> occupation(took);
            case TENDANCE -> tendance(took, told);
            case REGULARITE -> regularite(took, told, room);
            case INSCRITS -> inscrits(took, room);
        };
    }

    private static Measured terms(BigDecimal numerator, BigDecimal denominator) {
        return new Measured(null, numerator, denominator);
    }

    private static Measured usage(Looked took, Indicateur told, Frequentation room) {
        agree("mois_observes", took.whole("mois_observes"), room.getMonthsObserved());
        agree("mois_observes", took.whole("mois_observes"), told.getMonths().size());
        agree("mois_ouverts", took.whole("mois_ouverts"), room.getMonthsOpen());
        if (took.whole("mois_observes") == 0) {
            return unavailable("RIEN_OBSERVE");
        }
        Optional<BigDecimal> population = population(took, room);
        BigDecimal year =
                took.number("presences").multiply(took.number("mois_ouverts")).multiply(took.number("mois_par_an"));
        BigDecimal months = took.number("mois_observes").multiply(took.number("mois_depuis_ouverture"));
        return population
                .map(people -> terms(Again.divide(year, months), people))
                .orElseGet(() -> unavailable("SANS_POPULATION"));
    }

    private static Measured occupation(Looked took) {
        if (took.orZero("postes").signum() == 0) {
            return unavailable("SANS_POSTES");
        }
        BigDecimal hours = took.number("heures_seances");
        if (hours.signum() > 0) {
            return terms(took.number("heures_personne"), took.number("postes").multiply(hours));
        }
        BigDecimal week = took.number("postes")
                .multiply(took.number("heures_hebdomadaires"))
                .multiply(took.number("jours_ouverts"));
        return week.signum() == 0
                ? unavailable("SANS_HEURES")
                : terms(took.number("heures_personne"), Again.divide(week, took.number("jours_par_semaine")));
    }

    private static Measured tendance(Looked took, Indicateur told) {
        agree("mois_communs", 2 * took.whole("mois_communs"), told.getMonths().size());
        if (took.whole("mois_communs") < took.whole("mois_minimum")) {
            return unavailable("MOIS_COMMUNS_INSUFFISANTS");
        }
        BigDecimal before = took.number("presences_annee_precedente");
        boolean few = before.signum() == 0 || before.compareTo(took.number("presences_minimum")) < 0;
        return few ? unavailable("PRESENCES_INSUFFISANTES") : terms(took.number("presences_derniere_annee"), before);
    }

    private static Measured regularite(Looked took, Indicateur told, Frequentation room) {
        agree("mois_observes", took.whole("mois_observes"), room.getMonthsObserved());
        agree("mois_observes", took.whole("mois_observes"), told.getMonths().size());
        return took.whole("mois_observes") == 0
                ? unavailable("RIEN_OBSERVE")
                : terms(took.number("mois_avec_presences"), took.number("mois_observes"));
    }

    private static Measured inscrits(Looked took, Frequentation room) {
        if (!took.has("personnes_distinctes")) {
            return unavailable("SANS_COMPTE_ANNUEL");
        }
        return population(took, room)
                .map(people -> terms(took.number("personnes_distinctes"), people))
                .orElseGet(() -> unavailable("SANS_POPULATION"));
    }

    /** Where anybody is served. */
    private static Optional<BigDecimal> population(Looked took, Frequentation room) {
        Optional<BigDecimal> population = took.maybe("population_desservie");
        agree("population_desservie", population.orElse(null), room.getPopulationServed());
        return population.filter(people -> people.signum() > 0);
    }

    private static void agree(String what, @Nullable Object one, @Nullable Object other) {
        boolean same = one instanceof Number a && other instanceof Number b
                ? new BigDecimal(a.toString()).compareTo(new BigDecimal(b.toString())) == 0
                : Objects.equals(one, other);
        if (!same) {
            throw new Untold(what + " as the score has it");
        }
    }
}
