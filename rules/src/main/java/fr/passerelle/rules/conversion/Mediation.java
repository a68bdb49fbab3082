package fr.passerelle.rules.conversion;

import fr.passerelle.schemas.bareme.JeuDeRegles.ConversionRule;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.ConversionKind;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.RegleEssayee;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the étapes of an EPCI come to (RULES 4.5, 4.7 and 4.8).
 *
 * @param sessionsAMonth over all its étapes
 * @param animateursEtp full-time equivalents that hold them, six places HALF_UP
 * @param tablets of one session; 0 without an étape
 * @param population inhabitants of its communes
 * @param proximiteToday inhabitants near a point of mediation today
 * @param proximiteProposed the same as proposed
 * @param flags stable codes of what is shown and decides nothing, in order
 * @param trace the rules tried, in order
 */
public record Mediation(
        int sessionsAMonth,
        BigDecimal animateursEtp,
        int tablets,
        int population,
        int proximiteToday,
        int proximiteProposed,
        List<String> flags,
        List<RegleEssayee> trace) {

    /** A fall of proximity: it needs a motive. */
    public static final String PROXIMITE_EN_BAISSE = "PROXIMITE_EN_BAISSE";

    private static final MathContext MAGNITUDE = new MathContext(2, RoundingMode.HALF_UP);

    /**
     * What animateurs cost whoever employs them, euros a year: an order of magnitude, of two figures.
     *
     * @param costAYear of a full-time equivalent, as the barème says
     */
    public static BigDecimal cost(BigDecimal etp, BigDecimal costAYear) {
        return etp.multiply(costAYear).round(MAGNITUDE);
    }

    /** @param rooms all the rooms of the EPCI, open, closed and autonomous */
    public static Mediation of(
            EpciDescribed epci, List<ScoredRoom> rooms, Conversions conversions, ConversionRule rules) {
        int sessions = LogCount.held(conversions.list().stream()
                .mapToLong(Conversion::getSessionsAMonth)
                .sum());
        Ruling<BigDecimal> animateurs = new Animateurs(rules.animateur()).of(epci.getEpci(), sessions);
        Proximity proximity = Proximity.of(
                epci,
                MediationPoints.today(rooms),
                MediationPoints.proposed(rooms, conversions),
                rules.proximityRadiusMetres());
        return new Mediation(
                sessions,
                animateurs.value(),
                conversions.list().stream().anyMatch(Mediation::isEtape) ? rules.groupSize() : 0,
                proximity.population(),
                proximity.today(),
                proximity.proposed(),
                flags(proximity, conversions),
                Stream.concat(proximity.trace().stream(), animateurs.steps().stream())
                        .toList());
    }

    private static List<String> flags(Proximity proximity, Conversions conversions) {
        Stream<String> fall = proximity.falls() ? Stream.of(PROXIMITE_EN_BAISSE) : Stream.empty();
        Stream<String> above = conversions.list().stream()
                .flatMap(conversion -> conversion.getReasons().stream())
                .filter(ProposalReason.SEANCES_AU_DESSUS_DU_MAXIMUM.name()::equals)
                .distinct();
        return Stream.concat(fall, above).toList();
    }

    private static boolean isEtape(Conversion conversion) {
        return conversion.getKind() == ConversionKind.ETAPE_NOMADE;
    }
}
