package fr.passerelle.rules.explanation.reevaluation;

import fr.passerelle.rules.explanation.reevaluation.Findings.Again;
import fr.passerelle.rules.explanation.reevaluation.Findings.Disagreement;
import fr.passerelle.rules.explanation.reevaluation.Findings.Untold;
import fr.passerelle.rules.explanation.reevaluation.Trace.Looked;
import fr.passerelle.rules.trace.Rule;
import fr.passerelle.schemas.event.Formule;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.FrequentationState;
import fr.passerelle.schemas.event.Indicateur;
import fr.passerelle.schemas.event.IndicateurName;
import fr.passerelle.schemas.event.PointEchelle;
import fr.passerelle.schemas.event.RegleEssayee;
import fr.passerelle.schemas.event.Unite;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A score again: the population served, the state, the indicators, the score and its bounds. */
record ScoreCheck(Frequentation told, Trace trace, Findings findings) {

    private static final BigDecimal MAXIMUM = BigDecimal.valueOf(100);

    static List<Disagreement> of(Frequentation told) {
        Findings findings = new Findings("room:" + told.getRoomId());
        new ScoreCheck(told, new Trace(told.getTrace()), findings).run();
        return findings.list();
    }

    private void run() {
        findings.check("months", this::months);
        findings.check("population_served", this::population);
        told.getIndicateurs().forEach(indicateur -> new IndicateurCheck(told, indicateur, findings).run());
        findings.check("state", this::state);
        findings.check("score", this::score);
        findings.check("flags", this::declaredHours);
    }

    private void months() {
        findings.same(
                "months_open",
                told.getMonthsOpen(),
                told.getMonthsObserved() + told.getMonthsMissing().size());
        if (told.getState() != FrequentationState.FERMEE) {
            String before = YearMonth.parse(told.getAsOf()).minusYears(1).toString();
            findings.same(
                    "observed_12_months",
                    told.getObserved12Months(),
                    regularite().stream()
                            .filter(month -> month.compareTo(before) > 0)
                            .count());
            findings.same("months_missing", true, regularite().stream().noneMatch(told.getMonthsMissing()::contains));
        }
    }

    private List<String> regularite() {
        return indicateur(IndicateurName.REGULARITE).getMonths();
    }

    private Indicateur indicateur(IndicateurName name) {
        return told.getIndicateurs().stream()
                .filter(indicateur -> indicateur.getName() == name)
                .findFirst()
                .orElseThrow(() -> new Untold(name.name()));
    }

    private void score() {
        if (told.getState() != FrequentationState.NOTEE) {
            findings.holds(
                    "score",
                    Stream.of(told.getScore(), told.getLow(), told.getHigh()).allMatch(Objects::isNull),
                    told.getScore());
            return;
        }
        BigDecimal points = points();
        BigDecimal available = weight(available());
        BigDecimal all = weight(told.getIndicateurs());
        BigDecimal best = points.add(MAXIMUM.multiply(all.subtract(available)));
        findings.same("score", told.getScore(), mean(points, available));
        findings.same("low", told.getLow(), mean(points, all));
        findings.same("high", told.getHigh(), mean(best, all));
        steps(points, available, all);
    }

    private void steps(BigDecimal points, BigDecimal available, BigDecimal all) {
        for (Rule rule : List.of(Rule.NOTE, Rule.FOURCHETTE)) {
            findings.same(rule + ".points_ponderes", trace.at(rule).number("points_ponderes"), points);
            findings.same(rule + ".poids_disponible", trace.at(rule).number("poids_disponible"), available);
            findings.same(rule + ".decides", trace.step(rule).getDecides(), true);
        }
        findings.same("poids_total", trace.at(Rule.FOURCHETTE).number("poids_total"), all);
        findings.same("points_maximum", trace.at(Rule.FOURCHETTE).number("points_maximum"), MAXIMUM);
        findings.same("NOTE.outcome", trace.step(Rule.NOTE).getOutcome(), String.valueOf(told.getScore()));
        findings.same(
                "FOURCHETTE.outcome", trace.step(Rule.FOURCHETTE).getOutcome(), told.getLow() + "-" + told.getHigh());
    }

    private List<Indicateur> available() {
        return told.getIndicateurs().stream()
                .filter(indicateur -> indicateur.getPoints() != null)
                .toList();
    }

    private BigDecimal points() {
        return available().stream()
                .map(indicateur -> BigDecimal.valueOf(indicateur.getWeight())
                        .multiply(Objects.requireNonNullElse(indicateur.getPoints(), BigDecimal.ZERO)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal weight(List<Indicateur> indicateurs) {
        return BigDecimal.valueOf(
                indicateurs.stream().mapToInt(Indicateur::getWeight).sum());
    }

    private static BigDecimal mean(BigDecimal points, BigDecimal weight) {
        return points.divide(weight, 0, RoundingMode.HALF_UP);
    }

    private void declaredHours() {
        Indicateur occupation = indicateur(IndicateurName.OCCUPATION);
        boolean declared = occupation.getUnavailable() == null
                && new Looked(occupation.getOperands()).number("heures_seances").signum() == 0;
        findings.same("DECLARED_HOURS", told.getFlags().contains("DECLARED_HOURS"), declared);
    }

    /** Whom the room serves: the communes of its group, shared among its rooms. */
    private void population() {
        if (told.getState() == FrequentationState.FERMEE) {
            findings.same("population_served", told.getPopulationServed(), null);
            return;
        }
        RegleEssayee share = trace.all(Rule.POPULATION_DESSERVIE).getLast();
        findings.same("population_served.on", share.getOn(), "room:" + told.getRoomId());
        if (share.getOutcome().equals("SANS_POPULATION")) {
            findings.same("population_served", told.getPopulationServed(), null);
        } else {
            served(new Looked(share.getOperands()), share.getOutcome());
        }
    }

    private void served(Looked share, String outcome) {
        BigDecimal sum = trace.all(Rule.POPULATION_DESSERVIE).stream()
                .filter(step -> step.getOn().startsWith("commune:"))
                .map(step -> served(step, share.text("groupe")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        findings.same("habitants_du_groupe", share.number("habitants_du_groupe"), sum);
        BigDecimal each = Again.divide(sum, share.number("salles_du_groupe"));
        findings.same("population_served", told.getPopulationServed(), each);
        findings.same("population_served.outcome", outcome, each.toPlainString());
    }

    private BigDecimal served(RegleEssayee step, @Nullable String group) {
        Looked commune = new Looked(step.getOperands());
        boolean own = step.getOn().equals("commune:" + group);
        findings.same("groupe", step.getOutcome(), group);
        findings.holds(
                "distance",
                own
                        ? commune.number("distance").signum() == 0
                        : commune.number("distance").compareTo(commune.number("rayon")) <= 0,
                step);
        return commune.number("habitants");
    }

    /** Whether the room may be scored: open on the last day of the as-of, enough of its open months observed. */
    private void state() {
        RegleEssayee step = trace.step(Rule.MOIS_OBSERVES);
        Looked looked = new Looked(step.getOperands());
        findings.same("mois_observes", looked.whole("mois_observes"), told.getMonthsObserved());
        findings.same("mois_ouverts", looked.whole("mois_ouverts"), told.getMonthsOpen());
        LocalDate day = LocalDate.parse(Objects.requireNonNullElse(looked.text("dernier_jour"), ""));
        findings.same("as_of", day, YearMonth.parse(told.getAsOf()).atEndOfMonth());
        String outcome = outcome(looked, day);
        findings.same("MOIS_OBSERVES.outcome", step.getOutcome(), outcome);
        findings.same("MOIS_OBSERVES.decides", step.getDecides(), !outcome.equals("SUFFISANTS"));
        String noted = weight(available()).signum() > 0 ? "NOTEE" : "DONNEES_INSUFFISANTES";
        findings.same("state", told.getState().name(), outcome.equals("SUFFISANTS") ? noted : outcome);
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

    /** An indicator again: its terms from what it took, its value from its terms, its points from its scale. */
    record IndicateurCheck(Frequentation room, Indicateur told, Findings findings) {

        void run() {
            findings.check(name(), this::measure);
            findings.check(name(), this::value);
            findings.same(name() + ".unités", units(), expectedUnits());
        }

        private String name() {
            return told.getName().name();
        }

        private void measure() {
            Measured again = room.getState() == FrequentationState.FERMEE
                    ? Measured.unavailable("FERMEE")
                    : Measured.of(told, room);
            findings.same(name() + ".unavailable", told.getUnavailable(), again.unavailable());
            findings.same(name() + ".numerator", told.getNumerator(), again.numerator());
            findings.same(name() + ".denominator", told.getDenominator(), again.denominator());
        }

        private void value() {
            BigDecimal numerator = told.getNumerator();
            BigDecimal denominator = told.getDenominator();
            boolean available = told.getUnavailable() == null && numerator != null && denominator != null;
            BigDecimal value = available ? value(numerator, denominator) : null;
            findings.same(name() + ".value", told.getValue(), value);
            findings.same(name() + ".points", told.getPoints(), value == null ? null : points(value));
        }

        private BigDecimal value(BigDecimal numerator, BigDecimal denominator) {
            BigDecimal quotient = Again.divide(numerator, denominator);
            return told.getFormula() == Formule.VARIATION ? quotient.subtract(BigDecimal.ONE) : quotient;
        }

        private BigDecimal points(BigDecimal value) {
            List<PointEchelle> scale = told.getScale();
            if (scale.isEmpty()) {
                throw new Untold("scale");
            }
            for (int i = 0; i < scale.size(); i++) {
                if (scale.get(i).getValue().compareTo(value) > 0) {
                    return i == 0 ? scale.getFirst().getPoints() : between(scale.get(i - 1), scale.get(i), value);
                }
            }
            return scale.getLast().getPoints();
        }

        private static BigDecimal between(PointEchelle below, PointEchelle above, BigDecimal value) {
            BigDecimal run = above.getValue().subtract(below.getValue());
            BigDecimal left = above.getValue().subtract(value).multiply(below.getPoints());
            BigDecimal right = value.subtract(below.getValue()).multiply(above.getPoints());
            return Again.divide(left.add(right), run);
        }

        private List<Object> units() {
            return List.of(told.getFormula(), told.getUnit(), told.getNumeratorUnit(), told.getDenominatorUnit());
        }

        private List<Object> expectedUnits() {
            return switch (told.getName()) {
                case USAGE ->
                    List.of(
                            Formule.QUOTIENT, Unite.PRESENCES_PAR_AN_ET_HABITANT,
                            Unite.PRESENCES_PAR_AN, Unite.HABITANTS);
                case OCCUPATION -> List.of(Formule.QUOTIENT, Unite.PART, Unite.HEURES_PERSONNE, Unite.HEURES_POSTE);
                case TENDANCE -> List.of(Formule.VARIATION, Unite.VARIATION, Unite.PRESENCES, Unite.PRESENCES);
                case REGULARITE -> List.of(Formule.QUOTIENT, Unite.PART, Unite.MOIS, Unite.MOIS);
                case INSCRITS ->
                    List.of(Formule.QUOTIENT, Unite.PERSONNES_PAR_HABITANT, Unite.PERSONNES, Unite.HABITANTS);
            };
        }
    }

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
            BigDecimal year = took.number("presences")
                    .multiply(took.number("mois_ouverts"))
                    .multiply(took.number("mois_par_an"));
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
                return terms(
                        took.number("heures_personne"), took.number("postes").multiply(hours));
            }
            BigDecimal week = took.number("postes")
                    .multiply(took.number("heures_hebdomadaires"))
                    .multiply(took.number("jours_ouverts"));
            return week.signum() == 0
                    ? unavailable("SANS_HEURES")
                    : terms(took.number("heures_personne"), Again.divide(week, took.number("jours_par_semaine")));
        }

        private static Measured tendance(Looked took, Indicateur told) {
            agree(
                    "mois_communs",
                    2 * took.whole("mois_communs"),
                    told.getMonths().size());
            if (took.whole("mois_communs") < took.whole("mois_minimum")) {
                return unavailable("MOIS_COMMUNS_INSUFFISANTS");
            }
            BigDecimal before = took.number("presences_annee_precedente");
            boolean few = before.signum() == 0 || before.compareTo(took.number("presences_minimum")) < 0;
            return few
                    ? unavailable("PRESENCES_INSUFFISANTES")
                    : terms(took.number("presences_derniere_annee"), before);
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
            if (!Findings.isSame(one, other)) {
                throw new Untold(what + " as the score has it");
            }
        }
    }
}
