package fr.passerelle.rules.frequentation;

import static fr.passerelle.rules.trace.Steps.number;
import static fr.passerelle.rules.trace.Steps.whole;

import fr.passerelle.rules.frequentation.RoomWindow.YearlyCount;
import fr.passerelle.schemas.bareme.JeuDeRegles.Fenetre;
import fr.passerelle.schemas.bareme.JeuDeRegles.IndicateurRule;
import fr.passerelle.schemas.bareme.JeuDeRegles.Point;
import fr.passerelle.schemas.event.Formule;
import fr.passerelle.schemas.event.Indicateur;
import fr.passerelle.schemas.event.IndicateurName;
import fr.passerelle.schemas.event.Operande;
import fr.passerelle.schemas.event.PointEchelle;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.schemas.event.Unite;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rule book: what each name of the barème measures of a room, and in what (RULES 3). */
public final class Indicator {

    /** Operand: presences of the common months of the last year. */
    static final String LAST_YEAR = "presences_derniere_annee";

    /** Operand: presences of the same months of the year before. */
    static final String YEAR_BEFORE = "presences_annee_precedente";

    private static final String WEEKLY_HOURS = "heures_hebdomadaires";
    private static final long HUNDREDTHS = 100;
    private static final long DAYS_A_WEEK = 7;

    private static final long MONTHS_A_YEAR = 12;

    private Indicator() {}

    /** What it says of a room; nothing of one that is not open at the as-of. */
    static Indicateur of(IndicateurRule rule, RoomWindow room, Fenetre fenetre) {
        Indicateur.Builder found = room.isOpenAtTheEnd()
                ? measure(rule.name(), room, fenetre)
                : unavailable(basis(List.of()), Unavailability.FERMEE);
        if (found.getValue() != null) {
            found.setPoints(points(rule.scale(), found.getValue()));
        }
        Terms terms = Terms.of(rule.name());
        return found.setName(rule.name())
                .setWeight(rule.weight())
                .setFormula(terms.formula())
                .setUnit(terms.value())
                .setNumeratorUnit(terms.numerator())
                .setDenominatorUnit(terms.denominator())
                .setScale(scale(rule))
                .build();
    }

    static Indicateur.Builder measure(IndicateurName name, RoomWindow room, Fenetre fenetre) {
        return switch (name) {
            case USAGE -> usage(room);
            case OCCUPATION -> occupation(room);
            case TENDANCE -> tendance(room, fenetre);
            case REGULARITE -> regularite(room);
            case INSCRITS -> inscrits(room);
        };
    }

    /** Presences a year ÷ population served: a missing month counts as the mean of the observed ones, a closed one as nothing. */
    private static Indicateur.Builder usage(RoomWindow room) {
        if (room.observed().isEmpty()) {
            return unavailable(basis(room), Unavailability.RIEN_OBSERVE);
        }
        BigDecimal population = room.population();
        return population == null || population.signum() == 0
                ? unavailable(basis(room), Unavailability.SANS_POPULATION)
                : ratio(basis(room), presencesAYear(room), population);
    }

    private static Indicateur.Builder basis(RoomWindow room) {
        return seen(
                room.observed(),
                whole("presences", RoomWindow.total(room.observed(), Measure.PRESENCES), Unite.PRESENCES),
                whole("mois_observes", room.observed().size(), Unite.MOIS),
                whole("mois_ouverts", room.open().size(), Unite.MOIS),
                whole("mois_par_an", MONTHS_A_YEAR, Unite.MOIS),
                whole("mois_depuis_ouverture", room.monthsSinceOpening(), Unite.MOIS),
                number("population_desservie", room.population(), Unite.HABITANTS));
    }

    private static BigDecimal presencesAYear(RoomWindow room) {
        long presences = RoomWindow.total(room.observed(), Measure.PRESENCES);
        return Decimals.divide(
                presences * room.open().size() * MONTHS_A_YEAR,
                (long) room.observed().size() * room.monthsSinceOpening());
    }

    /** Person-hours ÷ hours that the workstations were there for, by session, or by timetable where no session hours are counted. */
    private static Indicateur.Builder occupation(RoomWindow room) {
        int workstations = known(room.room().getWorkstations());
        if (workstations == 0) {
            return unavailable(basis(List.of(), workstations(room)), Unavailability.SANS_POSTES);
        }
        long sessionHours = together(room, Measure.SESSION_HOURS, Measure.PERSON_HOURS);
        return sessionHours > 0 ? bySession(room, workstations, sessionHours) : byTimetable(room, workstations);
    }

    private static Indicateur.Builder bySession(RoomWindow room, int workstations, long sessionHours) {
        BigDecimal personHours = Decimals.hours(together(room, Measure.PERSON_HOURS, Measure.SESSION_HOURS));
        List<MonthFigures> counted = room.observed().stream()
                .filter(month -> month.countsTogether(Measure.PERSON_HOURS, Measure.SESSION_HOURS))
                .toList();
        return ratio(
                seen(counted, personHours(personHours), workstations(room), sessionHours(sessionHours)),
                personHours,
                Decimals.hours(workstations * sessionHours));
    }

    private static long together(RoomWindow room, Measure measure, Measure other) {
        return room.observed().stream()
                .mapToLong(month -> month.totalWhereCounted(measure, other))
                .sum();
    }

    private static Indicateur.Builder byTimetable(RoomWindow room, int workstations) {
        List<MonthFigures> counted = room.observed().stream()
                .filter(month -> month.counts(Measure.PERSON_HOURS))
                .toList();
        long days = counted.stream().mapToLong(MonthFigures::openDays).sum();
        BigDecimal personHours = Decimals.hours(RoomWindow.total(counted, Measure.PERSON_HOURS));
        Indicateur.Builder basis = seen(
                counted,
                personHours(personHours),
                workstations(room),
                sessionHours(0),
                number(WEEKLY_HOURS, Decimals.hours(weeklyHours(room.room())), Unite.HEURES),
                whole("jours_ouverts", days, Unite.JOURS),
                whole("jours_par_semaine", DAYS_A_WEEK, Unite.JOURS));
        long hours = workstations * weeklyHours(room.room()) * days;
        return hours == 0
                ? unavailable(basis, Unavailability.SANS_HEURES)
                : ratio(basis, personHours, Decimals.divide(hours, HUNDREDTHS * DAYS_A_WEEK));
    }

    private static Operande personHours(BigDecimal hours) {
        return number("heures_personne", hours, Unite.HEURES_PERSONNE);
    }

    private static Operande workstations(RoomWindow room) {
        return whole("postes", room.room().getWorkstations(), Unite.POSTES);
    }

    private static Operande sessionHours(long hundredths) {
        return number("heures_seances", Decimals.hours(hundredths), Unite.HEURES);
    }

    /** Hundredths of an hour: the real ones where known. */
    private static long weeklyHours(RoomInventoried room) {
        Integer real = room.getWeeklyHoursRealHundredths();
        return real == null ? known(room.getWeeklyHoursDeclaredHundredths()) : real;
    }

    private static int known(@Nullable Integer value) {
        return value == null ? 0 : value;
    }

    /** Months with presences ÷ observed open months. */
    private static Indicateur.Builder regularite(RoomWindow room) {
        int observed = room.observed().size();
        long used = room.observed().stream()
                .filter(month -> month.total(Measure.PRESENCES) > 0)
                .count();
        Indicateur.Builder basis = seen(
                room.observed(),
                whole("mois_avec_presences", used, Unite.MOIS),
                whole("mois_observes", observed, Unite.MOIS));
        return observed == 0
                ? unavailable(basis, Unavailability.RIEN_OBSERVE)
                : ratio(basis, Decimals.of(used), Decimals.of(observed));
    }

    /** Distinct people registered in a year ÷ population served. */
    private static Indicateur.Builder inscrits(RoomWindow room) {
        return room.yearlyCount()
                .map(count -> inscrits(room, count))
                .orElseGet(() -> unavailable(basis(List.of(), population(room)), Unavailability.SANS_COMPTE_ANNUEL));
    }

    private static Indicateur.Builder inscrits(RoomWindow room, YearlyCount count) {
        BigDecimal population = room.population();
        Indicateur.Builder basis =
                basis(count.months(), whole("personnes_distinctes", count.people(), Unite.PERSONNES), population(room));
        return population == null || population.signum() == 0
                ? unavailable(basis, Unavailability.SANS_POPULATION)
                : ratio(basis, Decimals.of(count.people()), population);
    }

    private static Operande population(RoomWindow room) {
        return number("population_desservie", room.population(), Unite.HABITANTS);
    }

    /** Change of presences from the year before to the last one, over the calendar months observed in both: a constant perimeter. */
    private static Indicateur.Builder tendance(RoomWindow room, Fenetre fenetre) {
        Map<YearMonth, MonthFigures> observed =
                room.observed().stream().collect(Collectors.toMap(MonthFigures::month, Function.identity()));
        List<YearMonth> common = room.lastYear().stream()
                .map(MonthFigures::month)
                .filter(month -> observed.containsKey(month) && observed.containsKey(month.minusYears(1)))
                .toList();
        List<MonthFigures> first =
                common.stream().map(month -> observed.get(month.minusYears(1))).toList();
        List<MonthFigures> second = common.stream().map(observed::get).toList();
        return judge(first, second, fenetre);
    }

    private static Indicateur.Builder judge(List<MonthFigures> first, List<MonthFigures> second, Fenetre fenetre) {
        Indicateur.Builder basis = trendBasis(first, second, fenetre);
        if (first.size() < fenetre.tendanceMinimumMonths()) {
            return unavailable(basis, Unavailability.MOIS_COMMUNS_INSUFFISANTS);
        }
        long before = presences(first);
        if (before < fenetre.tendanceMinimumPresences() || before == 0) {
            return unavailable(basis, Unavailability.PRESENCES_INSUFFISANTES);
        }
        Indicateur.Builder ratio = ratio(basis, Decimals.of(presences(second)), Decimals.of(before));
        return ratio.setValue(ratio.getValue().subtract(BigDecimal.ONE));
    }

    private static Indicateur.Builder trendBasis(List<MonthFigures> first, List<MonthFigures> second, Fenetre fenetre) {
        return seen(
                Stream.concat(first.stream(), second.stream()).toList(),
                whole(LAST_YEAR, presences(second), Unite.PRESENCES),
                whole(YEAR_BEFORE, presences(first), Unite.PRESENCES),
                whole("mois_communs", first.size(), Unite.MOIS),
                whole("mois_minimum", fenetre.tendanceMinimumMonths(), Unite.MOIS),
                whole("presences_minimum", fenetre.tendanceMinimumPresences(), Unite.PRESENCES));
    }

    private static long presences(List<MonthFigures> months) {
        return RoomWindow.total(months, Measure.PRESENCES);
    }

    /**
     * Points of a value: linear between the points of a scale, flat outside, six places.
     *
     * @param scale values strictly increasing, at least one
     */
    static BigDecimal points(List<Point> scale, BigDecimal value) {
        Point below = scale.get(0);
        for (Point above : scale) {
            if (value.compareTo(above.value()) < 0) {
                return between(below, above, value);
            }
            below = above;
        }
        return Decimals.six(below.points());
    }

    private static BigDecimal between(Point below, Point above, BigDecimal value) {
        BigDecimal run = above.value().subtract(below.value());
        if (run.signum() == 0) {
            return Decimals.six(below.points());
        }
        BigDecimal rise = above.points().subtract(below.points());
        BigDecimal risen = value.subtract(below.value()).multiply(rise);
        return Decimals.divide(below.points().multiply(run).add(risen), run);
    }

    private static List<PointEchelle> scale(IndicateurRule rule) {
        return rule.scale().stream()
                .map(point -> new PointEchelle(Decimals.six(point.value()), Decimals.six(point.points())))
                .toList();
    }

    /** How the value of an indicator follows from its two terms, and what each is counted in. */
    public record Terms(Formule formula, Unite value, Unite numerator, Unite denominator) {

        /** Those of an indicator. */
        public static Terms of(IndicateurName name) {
            return switch (name) {
                case USAGE -> quotient(Unite.PRESENCES_PAR_AN_ET_HABITANT, Unite.PRESENCES_PAR_AN, Unite.HABITANTS);
                case OCCUPATION -> quotient(Unite.PART, Unite.HEURES_PERSONNE, Unite.HEURES_POSTE);
                case TENDANCE -> new Terms(Formule.VARIATION, Unite.VARIATION, Unite.PRESENCES, Unite.PRESENCES);
                case REGULARITE -> quotient(Unite.PART, Unite.MOIS, Unite.MOIS);
                case INSCRITS -> quotient(Unite.PERSONNES_PAR_HABITANT, Unite.PERSONNES, Unite.HABITANTS);
            };
        }

        private static Terms quotient(Unite value, Unite numerator, Unite denominator) {
            return new Terms(Formule.QUOTIENT, value, numerator, denominator);
        }
    }

    /**
     * What a measure looked at, whether a value comes of it or not.
     *
     * @param months those it rests on, in order
     * @param operands facts, then numbers of the barème, in the order of its formula
     */
    private static Indicateur.Builder basis(List<YearMonth> months, Operande... operands) {
        return Indicateur.newBuilder()
                .setMonths(months.stream().map(YearMonth::toString).toList())
                .setOperands(List.of(operands));
    }

    private static Indicateur.Builder seen(List<MonthFigures> months, Operande... operands) {
        return basis(months.stream().map(MonthFigures::month).toList(), operands);
    }

    /** The quotient of two numbers, of six places, the second not 0. */
    private static Indicateur.Builder ratio(Indicateur.Builder basis, BigDecimal numerator, BigDecimal denominator) {
        return basis.setNumerator(numerator)
                .setDenominator(denominator)
                .setValue(Decimals.divide(numerator, denominator));
    }

    private static Indicateur.Builder unavailable(Indicateur.Builder basis, Unavailability reason) {
        return basis.setUnavailable(reason.name());
    }

    /** Whether the hours that it is of are those of the room's timetable. */
    static boolean isOfTheTimetable(Indicateur indicateur) {
        return indicateur.getValue() != null
                && indicateur.getOperands().stream()
                        .anyMatch(taken -> taken.getName().equals(WEEKLY_HOURS));
    }

    /** Why an indicator is unavailable. Names are stable codes. */
    public enum Unavailability {
        /** No month of the window is observed. */
        RIEN_OBSERVE,
        /** The room serves nobody that is known: it has no EPCI, or its commune is not one of it. */
        SANS_POPULATION,
        /** The inventory gives no workstations. */
        SANS_POSTES,
        /** Person-hours are not counted, or neither session hours nor weekly hours are known. */
        SANS_HEURES,
        /** Too few calendar months are observed in both years. */
        MOIS_COMMUNS_INSUFFISANTS,
        /** Too few presences in the first year's months for a trend. */
        PRESENCES_INSUFFISANTES,
        /** No yearly count of distinct people ends in the window. */
        SANS_COMPTE_ANNUEL,
        /** The room is not open at the as-of. */
        FERMEE
    }
}
