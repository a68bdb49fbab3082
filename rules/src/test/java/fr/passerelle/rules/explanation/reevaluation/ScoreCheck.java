package fr.passerelle.rules.explanation.reevaluation;

import fr.passerelle.rules.trace.Rule;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.FrequentationState;
import fr.passerelle.schemas.event.Indicateur;
import fr.passerelle.schemas.event.IndicateurName;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
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
        findings.check("population_served", () -> new ServedCheck(told, trace, findings).run());
        told.getIndicateurs().forEach(indicateur -> new IndicateurCheck(told, indicateur, findings).run());
        findings.check("state", () -> {
            FrequentationState noted = weight(available()).signum() > 0
                    ? FrequentationState.NOTEE
                    : FrequentationState.DONNEES_INSUFFISANTES;
            new StateCheck(told, trace, findings).run(noted);
        });
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
                    (long) told.getObserved12Months(),
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
        findings.same("score", whole(told.getScore()), mean(points, available));
        findings.same("low", whole(told.getLow()), mean(points, all));
        findings.same("high", whole(told.getHigh()), mean(best, all));
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

    private static @Nullable BigDecimal whole(@Nullable Integer number) {
        return number == null ? null : BigDecimal.valueOf(number);
    }

    private void declaredHours() {
        Indicateur occupation = indicateur(IndicateurName.OCCUPATION);
        boolean declared = occupation.getUnavailable() == null
                && new Looked(occupation.getOperands()).number("heures_seances").signum() == 0;
        findings.same("DECLARED_HOURS", told.getFlags().contains("DECLARED_HOURS"), declared);
    }
}
