package fr.passerelle.rules.frequentation;

import static fr.passerelle.rules.trace.Steps.day;
import static fr.passerelle.rules.trace.Steps.number;
import static fr.passerelle.rules.trace.Steps.part;
import static fr.passerelle.rules.trace.Steps.whole;

import fr.passerelle.rules.frequentation.RoomWindow.RecentYear;
import fr.passerelle.rules.trace.Rule;
import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.bareme.JeuDeRegles;
import fr.passerelle.schemas.bareme.JeuDeRegles.BesoinRule;
import fr.passerelle.schemas.bareme.JeuDeRegles.IndicateurRule;
import fr.passerelle.schemas.bareme.JeuDeRegles.Signalements;
import fr.passerelle.schemas.event.ActivitePratiquee;
import fr.passerelle.schemas.event.Besoin;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.FrequentationState;
import fr.passerelle.schemas.event.Indicateur;
import fr.passerelle.schemas.event.IndicateurName;
import fr.passerelle.schemas.event.Operande;
import fr.passerelle.schemas.event.RegleEssayee;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.schemas.event.Unite;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * How much a room is used (RULES 3): the indicators of the barème in its order, then the score and its bounds. Pure: the same room,
 * register, population, month and barème give the same record. Stateless but for the barème; thread-safe.
 */
public final class FrequentationRules {

    private final JeuDeRegles bareme;

    /** Rules under one barème: every number comes from it. */
    public FrequentationRules(JeuDeRegles bareme) {
        this.bareme = bareme;
    }

    /**
     * Scores a room.
     *
     * @param register its attendance; later records than the as-of are ignored
     * @param population inhabitants served, from {@link ServedPopulation#of}
     * @param asOf month that the window ends with
     * @return NOTEE with score and bounds; DONNEES_INSUFFISANTES without, its indicators a trace of what can be computed; FERMEE when the
     *     room is not open on the last day of the month
     */
    public Frequentation score(
            RoomInventoried room, RoomRegister register, ServedPopulation population, YearMonth asOf) {
        Window window = new Window(asOf, bareme.fenetre().months());
        RoomWindow seen = RoomWindow.of(room, register, population.inhabitants(), window);
        Observation observation = new Observation(seen, bareme.fenetre().minimumObservedShare());
        List<Indicateur> indicateurs = bareme.indicateurs().stream()
                .map(rule -> Indicator.of(rule, seen, bareme.fenetre()))
                .toList();
        ScoredWindow scored = new ScoredWindow(seen, indicateurs, bareme.signalements());
        return seen.isOpenAtTheEnd() ? scored.open(population, observation) : scored.closed(observation.step());
    }

    /**
     * The level of need of an EPCI: the second axis, outside the score.
     *
     * @param illectronismeRate percent of adults; null where unknown, which gives INCONNU
     */
    public static Besoin besoin(@Nullable BigDecimal illectronismeRate, BesoinRule rule) {
        if (illectronismeRate == null) {
            return Besoin.INCONNU;
        }
        if (illectronismeRate.compareTo(rule.moyenFrom()) < 0) {
            return Besoin.FAIBLE;
        }
        return illectronismeRate.compareTo(rule.eleveFrom()) < 0 ? Besoin.MOYEN : Besoin.ELEVE;
    }

    /** A room's window and its indicators, in the order of the barème, as the record that says so. */
    private record ScoredWindow(RoomWindow room, List<Indicateur> indicateurs, Signalements thresholds) {

        private static final Comparator<ActivitePratiquee> MOST_ATTENDED = Comparator.comparingLong(
                        ActivitePratiquee::getPresences)
                .reversed()
                .thenComparing(ActivitePratiquee::getActivity);

        /** Of a room that is not open at the as-of. */
        Frequentation closed(RegleEssayee step) {
            return facts(FrequentationState.FERMEE).setTrace(List.of(step)).build();
        }

        /** Of a room that is: scored where enough is observed, and anything with a weight is available. */
        Frequentation open(ServedPopulation servedPopulation, Observation observation) {
            List<RegleEssayee> trace = new ArrayList<>(servedPopulation.steps());
            trace.add(observation.step());
            WeightedPoints points = WeightedPoints.of(room.room().getRoomId(), indicateurs);
            if (observation.isEnough()) {
                trace.addAll(points.steps());
            }
            if (!observation.isEnough() || !points.exist()) {
                return facts(FrequentationState.DONNEES_INSUFFISANTES)
                        .setTrace(trace)
                        .build();
            }
            Note note = points.note();
            return facts(FrequentationState.NOTEE)
                    .setScore(note.score())
                    .setLow(note.low())
                    .setHigh(note.high())
                    .setTrace(trace)
                    .build();
        }

        private Frequentation.Builder facts(FrequentationState state) {
            return months(Frequentation.newBuilder())
                    .setRoomId(room.room().getRoomId())
                    .setEpci(room.room().getEpci())
                    .setAsOf(room.window().last().toString())
                    .setState(state)
                    .setIndicateurs(indicateurs)
                    .setPopulationServed(population())
                    .setFlags(flags());
        }

        private Frequentation.Builder months(Frequentation.Builder builder) {
            List<MonthFigures> lastYear = room.observedLastYear();
            return builder.setMonthsOpen(room.open().size())
                    .setMonthsObserved(room.observed().size())
                    .setMonthsMissing(room.missing().stream()
                            .map(month -> month.month().toString())
                            .toList())
                    .setPresences12Months(RoomWindow.total(lastYear, Measure.PRESENCES))
                    .setPersonHours12MonthsHundredths(RoomWindow.total(lastYear, Measure.PERSON_HOURS))
                    .setObserved12Months(lastYear.size())
                    .setOpen12Months(RecentYear.of(room).open())
                    .setPresencesWithoutHours12Months(RoomWindow.total(lastYear, Measure.PRESENCES_WITHOUT_HOURS))
                    .setActivites(activites(lastYear));
        }

        /** The activities with presences, most attended first, then by name. */
        private static List<ActivitePratiquee> activites(List<MonthFigures> months) {
            Map<String, Long> presences = new TreeMap<>();
            months.forEach(month -> month.presencesByActivity()
                    .forEach((activity, count) -> presences.merge(activity, count, Long::sum)));
            return presences.entrySet().stream()
                    .filter(activity -> activity.getValue() > 0)
                    .map(activity -> new ActivitePratiquee(activity.getKey(), activity.getValue()))
                    .sorted(MOST_ATTENDED)
                    .toList();
        }

        private @Nullable BigDecimal population() {
            BigDecimal population = room.population();
            return population == null ? null : Decimals.six(population);
        }

        private List<String> flags() {
            Set<Flag> flags = new TreeSet<>(SeriesSigns.flags(room, thresholds));
            if (indicateurs.stream().anyMatch(Indicator::isOfTheTimetable)) {
                flags.add(Flag.DECLARED_HOURS);
            }
            return flags.stream().map(Flag::name).toList();
        }
    }

    /** Whether a room may be scored: open on the last day of the as-of, and at least a share of its open months observed, 0 to 1. */
    private record Observation(RoomWindow room, BigDecimal leastShare) {

        boolean isEnough() {
            BigDecimal open = BigDecimal.valueOf(room.open().size());
            BigDecimal observed = BigDecimal.valueOf(room.observed().size());
            return open.signum() > 0 && observed.compareTo(open.multiply(leastShare)) >= 0;
        }

        RegleEssayee step() {
            String on = Steps.room(room.room().getRoomId());
            if (!room.isOpenAtTheEnd()) {
                return Steps.decided(Rule.MOIS_OBSERVES, on, FrequentationState.FERMEE.name(), operands());
            }
            return isEnough()
                    ? Steps.passed(Rule.MOIS_OBSERVES, on, "SUFFISANTS", operands())
                    : Steps.decided(
                            Rule.MOIS_OBSERVES, on, FrequentationState.DONNEES_INSUFFISANTES.name(), operands());
        }

        private Operande[] operands() {
            return new Operande[] {
                day("ouverture", room.room().getOpened()),
                day("fermeture", room.room().getClosed()),
                day("dernier_jour", room.window().end()),
                whole("mois_observes", room.observed().size(), Unite.MOIS),
                whole("mois_ouverts", room.open().size(), Unite.MOIS),
                part("part_minimale", leastShare)
            };
        }
    }

    /**
     * What the indicators of a room are worth together.
     *
     * @param points sum of weight × points of the available ones
     * @param available their weight
     * @param all weight of all
     */
    private record WeightedPoints(String on, BigDecimal points, int available, int all) {

        private static final int MAXIMUM = 100;

        static WeightedPoints of(String roomId, List<Indicateur> indicateurs) {
            BigDecimal points = indicateurs.stream()
                    .filter(WeightedPoints::isAvailable)
                    .map(indicateur -> indicateur.getPoints().multiply(BigDecimal.valueOf(indicateur.getWeight())))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            return new WeightedPoints(
                    Steps.room(roomId),
                    points,
                    weight(indicateurs, WeightedPoints::isAvailable),
                    weight(indicateurs, indicateur -> true));
        }

        /** Whether there is anything to make a score of. */
        boolean exist() {
            return available > 0;
        }

        /** What they make, where they exist. */
        Note note() {
            BigDecimal best = points.add(BigDecimal.valueOf((long) MAXIMUM * (all - available)));
            return new Note(mean(points, available), mean(points, all), mean(best, all));
        }

        /** The score and its bounds, or why there is none. */
        List<RegleEssayee> steps() {
            if (!exist()) {
                return List.of(Steps.decided(
                        Rule.NOTE, on, FrequentationState.DONNEES_INSUFFISANTES.name(), sum(), availableWeight()));
            }
            Note note = note();
            return List.of(
                    Steps.decided(Rule.NOTE, on, Integer.toString(note.score()), sum(), availableWeight()),
                    Steps.decided(
                            Rule.FOURCHETTE,
                            on,
                            note.low() + "-" + note.high(),
                            sum(),
                            availableWeight(),
                            whole("poids_total", all, Unite.POINTS),
                            whole("points_maximum", MAXIMUM, Unite.POINTS)));
        }

        private Operande sum() {
            return number("points_ponderes", points, Unite.POINTS);
        }

        private Operande availableWeight() {
            return whole("poids_disponible", available, Unite.POINTS);
        }

        private static boolean isAvailable(Indicateur indicateur) {
            return indicateur.getPoints() != null;
        }

        private static int weight(List<Indicateur> indicateurs, Predicate<Indicateur> which) {
            return indicateurs.stream()
                    .filter(which)
                    .mapToInt(Indicateur::getWeight)
                    .sum();
        }

        private static int mean(BigDecimal points, int weight) {
            return points.divide(BigDecimal.valueOf(weight), 0, RoundingMode.HALF_UP)
                    .intValueExact();
        }
    }

    /** A score over the weight of the available indicators, and its bounds, the others at 0 and at 100; 0 to 100, rounded once and for all. */
    private record Note(int score, int low, int high) {}

    /** What scores would be under other weights: nothing is measured again. */
    public static final class SupposedWeights {

        private final Map<IndicateurName, Integer> weights;

        /** @param rules those of the barème, but for their weights */
        public SupposedWeights(List<IndicateurRule> rules) {
            this.weights = rules.stream().collect(Collectors.toMap(IndicateurRule::name, IndicateurRule::weight));
        }

        /** The same measures with another score and bounds; what it tells besides them and the weights, trace included, stays as measured. */
        public Frequentation score(Frequentation measured) {
            Frequentation supposed = shallow(measured, new Frequentation());
            supposed.setIndicateurs(
                    measured.getIndicateurs().stream().map(this::weighed).toList());
            if (measured.getState() == FrequentationState.NOTEE) {
                note(supposed, WeightedPoints.of(measured.getRoomId(), supposed.getIndicateurs()));
            }
            return supposed;
        }

        private Indicateur weighed(Indicateur measured) {
            Indicateur weighed = shallow(measured, new Indicateur());
            weighed.setWeight(weights.getOrDefault(measured.getName(), measured.getWeight()));
            return weighed;
        }

        /** A weight supposed null may leave nothing to make a score of. */
        private static void note(Frequentation supposed, WeightedPoints points) {
            Optional<Note> note = points.exist() ? Optional.of(points.note()) : Optional.empty();
            supposed.setState(note.isPresent() ? FrequentationState.NOTEE : FrequentationState.DONNEES_INSUFFISANTES);
            supposed.setScore(note.map(Note::score).orElse(null));
            supposed.setLow(note.map(Note::low).orElse(null));
            supposed.setHigh(note.map(Note::high).orElse(null));
        }

        /** A builder would copy each step of the trace, for every weight looked at. */
        private static <T extends SpecificRecord> T shallow(T from, T to) {
            from.getSchema().getFields().forEach(field -> to.put(field.pos(), from.get(field.pos())));
            return to;
        }
    }
}
