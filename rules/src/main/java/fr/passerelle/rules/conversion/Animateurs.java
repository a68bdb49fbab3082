package fr.passerelle.rules.conversion;

import fr.passerelle.rules.trace.Rule;
import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.bareme.JeuDeRegles.AnimateurRule;
import fr.passerelle.schemas.event.Operande;
import fr.passerelle.schemas.event.Unite;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.Stream;

/** The animateurs that sessions need (RULES 4.8): sessions a month × hours of one ÷ (hours of a year × share spent on sessions ÷ 12). */
record Animateurs(AnimateurRule rule) {

    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);
    private static final int PLACES = 6;

    /** Full-time equivalents, six places HALF_UP, rounded once. */
    Ruling<BigDecimal> of(String epci, int sessionsAMonth) {
        BigDecimal hours = BigDecimal.valueOf(sessionsAMonth).multiply(rule.hoursASession());
        BigDecimal yearOfOne = BigDecimal.valueOf(rule.hoursAYear()).multiply(rule.sessionShare());
        BigDecimal etp = hours.multiply(MONTHS).divide(yearOfOne, PLACES, RoundingMode.HALF_UP);
        Stream<Operande> looked = Stream.of(
                Steps.whole("seances", sessionsAMonth, Unite.SEANCES_PAR_MOIS),
                Steps.number("heures_par_seance", rule.hoursASession(), Unite.HEURES),
                Steps.whole("heures_par_an", rule.hoursAYear(), Unite.HEURES),
                Steps.number("part_en_seance", rule.sessionShare(), Unite.PART),
                Steps.number("mois_par_an", MONTHS, Unite.MOIS));
        Stream<Operande> cost = rule.costAYear() == 0
                ? Stream.empty()
                : Stream.of(Steps.whole("cout_par_an", rule.costAYear(), Unite.EUROS));
        return Ruling.by(
                Steps.decided(
                        Rule.ANIMATEURS,
                        Steps.epci(epci),
                        etp.toPlainString(),
                        Stream.concat(looked, cost).toArray(Operande[]::new)),
                etp);
    }
}
