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
import java.util.Set;
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

    private static final long HUNDREDTHS = 100;
    private static final long DAYS_A_WEEK = 7;

    private static final long MONTHS_A_YEAR = 12;

    private Indicator() {}

    static Outcome measure(IndicateurName name, RoomWindow room, Fenetre fenetre) {
        return switch (name) {
            case USAGE -> usage(room);
            case OCCUPATION -> occupation(room);
            case TENDANCE -> tendance(room, fenetre);
            case REGULARITE -> regularite(room);
            case INSCRITS -> inscrits(room);
        };
    }

    /** Presences a year ÷ population served: a missing month counts as the mean of the observed ones, a closed one as nothing. */
    private static Outcome usage(RoomWindow room) {
        if (room.observed().isEmpty()) {
            return basis(room).unavailable(Unavailability.RIEN_OBSERVE);
        }
        BigDecimal population = room.population();
        return population == null || population.signum() == 0
                ? basis(room).unavailable(Unavailability.SANS_POPULATION)
                : basis(room).ratio(presencesAYear(room), population);
    }

    private static Basis basis(RoomWindow room) {
        return Basis.of(
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
    private static Outcome occupation(RoomWindow room) {
        int workstations = known(room.room().getWorkstations());
        if (workstations == 0) {
            return Basis.of(List.of(), workstations(room)).unavailable(Unavailability.SANS_POSTES);
        }
        long sessionHours = together(room, Measure.SESSION_HOURS, Measure.PERSON_HOURS);
        return sessionHours > 0 ? bySession(room, workstations, sessionHours) : byTimetable(room, workstations);
    }

    private static Outcome bySession(RoomWindow room, int workstations, long sessionHours) {
        BigDecimal personHours = Decimals.hours(together(room, Measure.PERSON_HOURS, Measure.SESSION_HOURS));
        List<MonthFigures> counted = room.observed().stream()
                .filter(month -> month.countsTogether(Measure.PERSON_HOURS, Measure.SESSION_HOURS))
                .toList();
        return Basis.of(counted, personHours(personHours), workstations(room), sessionHours(sessionHours))
                .ratio(personHours, Decimals.hours(workstations * sessionHours));
    }

    private static long together(RoomWindow room, Measure measure, Measure other) {
        return room.observed().stream()
                .mapToLong(month -> month.totalWhereCounted(measure, other))
                .sum();
    }

    private static Outcome byTimetable(RoomWindow room, int workstations) {
        List<MonthFigures> counted = room.observed().stream()
                .filter(month -> month.counts(Measure.PERSON_HOURS))
                .toList();
        long days = counted.stream().mapToLong(MonthFigures::openDays).sum();
        BigDecimal personHours = Decimals.hours(RoomWindow.total(counted, Measure.PERSON_HOURS));
        Basis basis = Basis.of(
                counted,
                personHours(personHours),
                workstations(room),
                sessionHours(0),
                number("heures_hebdomadaires", Decimals.hours(weeklyHours(room.room())), Unite.HEURES),
                whole("jours_ouverts", days, Unite.JOURS),
                whole("jours_par_semaine", DAYS_A_WEEK, Unite.JOURS));
        long hours = workstations * weeklyHours(room.room()) * days;
        return hours == 0
                ? basis.unavailable(Unavailability.SANS_HEURES)
                : basis.ratio(personHours, Decimals.divide(hours, HUNDREDTHS * DAYS_A_WEEK))
                        .flagged(Flag.DECLARED_HOURS);
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
    private static Outcome regularite(RoomWindow room) {
        int observed = room.observed().size();
        long used = room.observed().stream()
                .filter(month -> month.total(Measure.PRESENCES) > 0)
                .count();
        Basis basis = Basis.of(
                room.observed(),
                whole("mois_avec_presences", used, Unite.MOIS),
                whole("mois_observes", observed, Unite.MOIS));
        return observed == 0
                ? basis.unavailable(Unavailability.RIEN_OBSERVE)
                : basis.ratio(Decimals.of(used), Decimals.of(observed));
    }

    /** Distinct people registered in a year ÷ population served. */
    private static Outcome inscrits(RoomWindow room) {
        return room.yearlyCount()
                .map(count -> inscrits(room, count))
                .orElseGet(() ->
                        new Basis(List.of(), List.of(population(room))).unavailable(Unavailability.SANS_COMPTE_ANNUEL));
    }

    private static Outcome inscrits(RoomWindow room, YearlyCount count) {
        BigDecimal population = room.population();
        Basis basis = new Basis(
                count.months(),
                List.of(whole("personnes_distinctes", count.people(), Unite.PERSONNES), population(room)));
        return population == null || population.signum() == 0
                ? basis.unavailable(Unavailability.SANS_POPULATION)
                : basis.ratio(Decimals.of(count.people()), population);
    }

    private static Operande population(RoomWindow room) {
        return number("population_desservie", room.population(), Unite.HABITANTS);
    }

    /** Change of presences from the year before to the last one, over the calendar months observed in both: a constant perimeter. */
    private static Outcome tendance(RoomWindow room, Fenetre fenetre) {
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

    private static Outcome judge(List<MonthFigures> first, List<MonthFigures> second, Fenetre fenetre) {
        Basis basis = trendBasis(first, second, fenetre);
        if (first.size() < fenetre.tendanceMinimumMonths()) {
            return basis.unavailable(Unavailability.MOIS_COMMUNS_INSUFFISANTS);
        }
        long before = presences(first);
        return before < fenetre.tendanceMinimumPresences() || before == 0
                ? basis.unavailable(Unavailability.PRESENCES_INSUFFISANTES)
                : basis.change(Decimals.of(presences(second)), Decimals.of(before));
    }

    private static Basis trendBasis(List<MonthFigures> first, List<MonthFigures> second, Fenetre fenetre) {
        return Basis.of(
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

    /** What an indicator found, as the record that says so. */
    static Indicateur told(IndicateurRule rule, Outcome outcome) {
        Indicateur.Builder indicateur = described(rule, outcome.basis());
        return switch (outcome) {
            case Outcome.Unavailable unavailable ->
                indicateur.setUnavailable(unavailable.reason().name()).build();
            case Outcome.Value value ->
                indicateur
                        .setNumerator(value.numerator())
                        .setDenominator(value.denominator())
                        .setValue(value.value())
                        .setPoints(points(rule.scale(), value.value()))
                        .build();
        };
    }

    private static Indicateur.Builder described(IndicateurRule rule, Basis basis) {
        Terms terms = Terms.of(rule.name());
        return Indicateur.newBuilder()
                .setName(rule.name())
                .setWeight(rule.weight())
                .setFormula(terms.formula())
                .setUnit(terms.value())
                .setNumeratorUnit(terms.numerator())
                .setDenominatorUnit(terms.denominator())
                .setMonths(basis.months().stream().map(YearMonth::toString).toList())
                .setScale(scale(rule))
                .setOperands(basis.operands());
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

    /** What an indicator finds: a value with what it is made of, or why there is none. */
    sealed interface Outcome {

        /** What was looked at. */
        Basis basis();

        /** What to show beside it. */
        Set<Flag> flags();

        /** A value, of six places like what it is made of; the denominator is not 0. */
        record Value(BigDecimal numerator, BigDecimal denominator, BigDecimal value, Basis basis, Set<Flag> flags)
                implements Outcome {

            Value flagged(Flag flag) {
                return new Value(numerator, denominator, value, basis, Set.of(flag));
            }
        }

        /** No value. */
        record Unavailable(Unavailability reason, Basis basis) implements Outcome {

            @Override
            public Set<Flag> flags() {
                return Set.of();
            }
        }
    }

    /**
     * What a measure looked at, whether a value comes of it or not.
     *
     * @param months those it rests on, in order
     * @param operands facts, then numbers of the barème, in the order of its formula
     */
    record Basis(List<YearMonth> months, List<Operande> operands) {

        static Basis of(List<MonthFigures> months, Operande... operands) {
            return new Basis(months.stream().map(MonthFigures::month).toList(), List.of(operands));
        }

        /** The quotient of two numbers, of six places, the second not 0. */
        Outcome.Value ratio(BigDecimal numerator, BigDecimal denominator) {
            return new Outcome.Value(numerator, denominator, Decimals.divide(numerator, denominator), this, Set.of());
        }

        /** The relative change from the denominator to the numerator. */
        Outcome.Value change(BigDecimal numerator, BigDecimal denominator) {
            BigDecimal change = Decimals.divide(numerator, denominator).subtract(BigDecimal.ONE);
            return new Outcome.Value(numerator, denominator, change, this, Set.of());
        }

        Outcome unavailable(Unavailability reason) {
            return new Outcome.Unavailable(reason, this);
        }
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
