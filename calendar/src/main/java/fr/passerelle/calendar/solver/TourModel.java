package fr.passerelle.calendar.solver;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearArgument;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import fr.passerelle.calendar.rule.TourCalendar.DayTour;
import fr.passerelle.calendar.rule.TourDates;
import fr.passerelle.calendar.rule.TourDates.MinuteSpan;
import fr.passerelle.calendar.rule.TourQuestion.TourTerms;
import fr.passerelle.schemas.event.Methode;
import fr.passerelle.schemas.event.NiveauAtteint;
import fr.passerelle.schemas.event.NiveauTournee;
import fr.passerelle.schemas.event.Preuve;
import fr.passerelle.schemas.event.ResolutionTournee;
import fr.passerelle.study.Solver;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Choices of day tours for CP-SAT, with the four levels as sums over them. */
final class TourModel<T> {

    static final List<Double> RHYTHMS = List.of(8.0, 1.0, 6.0, 2.0);
    static final List<Double> CYCLE = List.of(2.0, 2.0, 2.0, 1.0);
    static final List<Double> REASON = List.of(2.0);

    private static final List<NiveauTournee> LEVELS = List.of(NiveauTournee.values());
    private static final int SEED = 23;
    /** Bounds are whole numbers, told as floating ones. */
    private static final double ROUNDING = 1e-6;

    private final TourTerms terms;
    private final CpModel model;
    private final List<BoolVar> choices = new ArrayList<>();
    private final LevelSum unserved;
    private final LevelSum changed = new LevelSum(0);
    private final List<Kept> kept = new ArrayList<>();
    private final LevelSum road = new LevelSum(0);
    private final List<LevelSum> work;
    private final List<Row> rows = new ArrayList<>();
    private final SortedMap<Cell, List<Outing<T>>> cells = new TreeMap<>();
    private final Map<Object, List<List<Outing<T>>>> weeks = new LinkedHashMap<>();
    private final SortedMap<String, List<Use>> places = new TreeMap<>();

    /** A day of an animateur, by the place in the question. */
    record Cell(int animateur, LocalDate date) implements Comparable<Cell> {

        private static final Comparator<Cell> ORDER =
                Comparator.comparingInt(Cell::animateur).thenComparing(Cell::date);

        @Override
        public int compareTo(Cell other) {
            return ORDER.compare(this, other);
        }
    }

    /** A day tour that may be taken, by the number of its choice, and what its model has it hold. */
    record Outing<T>(int choice, DayTour tour, List<T> held) {}

    private record Use(int choice, int animateur, MinuteSpan span) {}

    private record Row(LevelSum sum, long least, long most) {

        boolean holds(BitSet taken) {
            long value = sum.value(taken);
            return least <= value && value <= most;
        }
    }

    /** References of an étape that asks for more: as many are held at most as there are sessions. */
    private record Kept(LevelSum held, long references) {

        long value(BitSet taken) {
            return Math.min(references, held.value(taken));
        }
    }

    /** @param asked sessions that would be unserved if nothing were held */
    TourModel(long asked, int animateurs, TourTerms terms) {
        Solver.load();
        this.terms = terms;
        this.model = new CpModel();
        this.unserved = new LevelSum(asked);
        this.work = Stream.generate(() -> new LevelSum(0)).limit(animateurs).toList();
    }

    int choice() {
        choices.add(model.newBoolVar(""));
        return choices.size() - 1;
    }

    void serves(int choice, long sessions) {
        unserved.add(choice, -sessions);
    }

    void changes(int choice, long sessions) {
        changed.add(choice, sessions);
    }

    /** Counts the lesser of sessions and references as changes. */
    void changesAtMost(LevelSum held, long references) {
        kept.add(new Kept(held, references));
    }

    void drives(int choice, int animateur, long roadMinutes, long workMinutes) {
        road.add(choice, roadMinutes);
        work.get(animateur).add(choice, workMinutes);
    }

    /** The day tours that may be taken in a cell; the rows of places go by what names its day. */
    void addDay(Cell cell, String day, List<Outing<T>> outings) {
        cells.put(cell, outings);
        weeks.computeIfAbsent(List.of(cell.animateur(), TourDates.monday(cell.date())), it -> new ArrayList<>())
                .add(outings);
        for (Outing<T> outing : outings) {
            DayTour tour = outing.tour();
            drives(outing.choice(), cell.animateur(), tour.roadMinutes(), tour.work(terms));
            tour.sessions()
                    .forEach(session -> places.computeIfAbsent(
                                    day + " " + session.stop().key(), it -> new ArrayList<>())
                            .add(new Use(outing.choice(), cell.animateur(), session.span())));
        }
    }

    SortedMap<Cell, List<Outing<T>>> cells() {
        return cells;
    }

    List<DayTour> days(BitSet taken) {
        return cells.values().stream()
                .flatMap(List::stream)
                .filter(outing -> taken.get(outing.choice()))
                .map(Outing::tour)
                .toList();
    }

    /** Rows for all days that were added: what a week can take from an animateur, then what a day can take from a place. */
    void limitDays() {
        weeks.values().forEach(this::limitWeek);
        places.values().stream()
                .filter(day -> day.stream().mapToInt(Use::animateur).distinct().count() > 1)
                .forEach(this::limitPlace);
    }

    private void limitWeek(List<List<Outing<T>>> days) {
        LevelSum minutes = new LevelSum(0);
        LevelSum sessions = new LevelSum(0);
        days.forEach(day -> day.forEach(outing -> {
            minutes.add(outing.choice(), outing.tour().work(terms));
            sessions.add(outing.choice(), outing.tour().halts().size());
        }));
        atMost(minutes, terms.tournees().day().week());
        atMost(sessions, mostSessions(days));
    }

    /** The most sessions that an animateur can hold in a week. A relaxation sees less: it fills the minutes of the week with parts of days. */
    private int mostSessions(List<List<Outing<T>>> days) {
        int week = terms.tournees().day().week();
        int most = days.size() * terms.tournees().sessionsADay();
        int[] least = new int[most + 1];
        Arrays.fill(least, 1, most + 1, week + 1);
        for (List<Outing<T>> day : days) {
            int[] before = least.clone();
            for (Outing<T> outing : day) {
                int held = outing.tour().halts().size();
                int minutes = outing.tour().work(terms);
                for (int sessions = held; sessions <= most; sessions++) {
                    least[sessions] = Math.min(least[sessions], before[sessions - held] + minutes);
                }
            }
        }
        while (least[most] > week) {
            most--;
        }
        return most;
    }

    /** What several animateurs hold there; the day tours of one already keep to it. */
    private void limitPlace(List<Use> day) {
        // Spans overlap exactly where the later one starts within the other.
        day.stream()
                .mapToInt(use -> use.span().start())
                .distinct()
                .sorted()
                .forEach(start -> atMostOne(day.stream()
                        .filter(use -> use.span().overlaps(new MinuteSpan(start, start + 1)))
                        .map(Use::choice)
                        .distinct()
                        .toList()));
        LevelSum sessions = new LevelSum(0);
        day.forEach(use -> sessions.add(use.choice(), 1));
        atMost(sessions, terms.tournees().sessionsADayAPlace());
    }

    void atMostOne(List<Integer> taken) {
        model.addAtMostOne(literals(taken));
        rows.add(new Row(one(taken), 0, 1));
    }

    void exactlyOne(List<Integer> taken) {
        model.addExactlyOne(literals(taken));
        rows.add(new Row(one(taken), 1, 1));
    }

    void atMost(LevelSum sum, long most) {
        model.addLessOrEqual(sum.expression(choices), most);
        rows.add(new Row(sum, Long.MIN_VALUE, most));
    }

    void equal(LevelSum sum, long value) {
        model.addEquality(sum.expression(choices), value);
        rows.add(new Row(sum, value, value));
    }

    boolean allows(BitSet taken) {
        return rows.stream().allMatch(row -> row.holds(taken));
    }

    private void hint(BitSet taken) {
        model.clearHints();
        for (int choice = 0; choice < choices.size(); choice++) {
            model.addHint(choices.get(choice), taken.get(choice));
        }
    }

    private BitSet taken(CpSolver solver) {
        BitSet taken = new BitSet();
        for (int choice = 0; choice < choices.size(); choice++) {
            taken.set(choice, solver.booleanValue(choices.get(choice)));
        }
        return taken;
    }

    private LinearArgument level(NiveauTournee niveau) {
        return switch (niveau) {
            case SEANCES_NON_TENUES -> unserved.expression(choices).build();
            case SEANCES_CHANGEES -> changes();
            case MINUTES_DE_ROUTE -> road.expression(choices).build();
            case ECART_DE_CHARGE -> spread();
        };
    }

    private long value(NiveauTournee niveau, BitSet taken) {
        return switch (niveau) {
            case SEANCES_NON_TENUES -> unserved.value(taken);
            case SEANCES_CHANGEES ->
                changed.value(taken)
                        + kept.stream().mapToLong(each -> each.value(taken)).sum();
            case MINUTES_DE_ROUTE -> road.value(taken);
            case ECART_DE_CHARGE -> {
                List<Long> minutes =
                        work.stream().map(sum -> sum.value(taken)).sorted().toList();
                yield minutes.isEmpty() ? 0 : minutes.getLast() - minutes.getFirst();
            }
        };
    }

    private LinearArgument changes() {
        LinearExprBuilder sum = changed.expression(choices);
        for (Kept each : kept) {
            IntVar least = model.newIntVar(0, each.references(), "");
            model.addMinEquality(least, new LinearArgument[] {
                each.held().expression(choices).build(), LinearExpr.constant(each.references())
            });
            sum.add(least);
        }
        return sum.build();
    }

    private LinearArgument spread() {
        IntVar most = model.newIntVar(0, Integer.MAX_VALUE, "");
        IntVar least = model.newIntVar(0, Integer.MAX_VALUE, "");
        for (LevelSum each : work) {
            model.addLessOrEqual(each.expression(choices), most);
            model.addGreaterOrEqual(each.expression(choices), least);
        }
        return work.isEmpty()
                ? LinearExpr.constant(0)
                : LinearExpr.newBuilder().add(most).addTerm(least, -1).build();
    }

    private static LevelSum one(List<Integer> taken) {
        LevelSum sum = new LevelSum(0);
        taken.forEach(choice -> sum.add(choice, 1));
        return sum;
    }

    private Literal[] literals(List<Integer> taken) {
        return taken.stream().map(choices::get).toArray(Literal[]::new);
    }

    /** What the levels came to, and the choices of that answer. */
    record Reached(ResolutionTournee resolution, BitSet taken) {}

    private record Level(NiveauTournee niveau, LinearArgument sum, BitSet taken, long value, long bound) {

        /** With the answer of a later level, which may have made one better whose search stopped at its limit: that is held too. */
        private Level after(TourModel<?> model, BitSet answer) {
            long reached = model.value(niveau, answer);
            if (reached == value) {
                return this;
            }
            model.model.addLessOrEqual(sum, reached);
            return new Level(niveau, sum, answer, reached, Math.min(reached, bound));
        }
    }

    /**
     * The best that is found on the levels, one after the other, each held by a row before the next: one worker, a fixed seed, limits that are
     * no clock.
     *
     * @param start an answer that may be, which stands where no better one is found
     * @param limits deterministic time of each level, in the solver's own unit, about a second of one processor; levels beyond them are not sought
     */
    Reached best(BitSet start, List<Double> limits) {
        List<Level> levels = new ArrayList<>();
        BitSet taken = start;
        for (int rank = 0; rank < limits.size(); rank++) {
            Level level = least(LEVELS.get(rank), limits.get(rank), taken);
            levels.replaceAll(before -> before.after(this, level.taken()));
            levels.add(level);
            taken = level.taken();
        }
        return new Reached(told(levels), taken);
    }

    private static ResolutionTournee told(List<Level> levels) {
        List<NiveauAtteint> niveaux = new ArrayList<>();
        boolean proven = true;
        for (Level level : levels) {
            niveaux.add(
                    new NiveauAtteint(level.niveau(), level.value(), proven ? (@Nullable Long) level.bound() : null));
            proven &= level.value() == level.bound();
        }
        return new ResolutionTournee(
                Methode.EXACTE, proven ? Preuve.OPTIMAL : Preuve.INTERROMPU, List.copyOf(niveaux), null);
    }

    private Level least(NiveauTournee niveau, double limit, BitSet start) {
        LinearArgument sum = level(niveau);
        Level reached =
                value(niveau, start) == 0 ? new Level(niveau, sum, start, 0, 0) : solved(niveau, sum, limit, start);
        model.addLessOrEqual(sum, reached.value());
        return reached;
    }

    private Level solved(NiveauTournee niveau, LinearArgument sum, double limit, BitSet start) {
        model.minimize(sum);
        hint(start);
        CpSolver solver = Solver.exact(SEED, limit);
        CpSolverStatus status = solver.solve(model);
        long bound = Math.max(0, (long) Math.ceil(solver.bestObjectiveBound() - ROUNDING));
        return switch (status) {
            case OPTIMAL, FEASIBLE -> better(niveau, sum, start, taken(solver), bound);
            case UNKNOWN -> better(niveau, sum, start, start, bound);
            case INFEASIBLE, MODEL_INVALID, UNRECOGNIZED ->
                throw new IllegalStateException("The solver refuses its model: " + status);
        };
    }

    private Level better(NiveauTournee niveau, LinearArgument sum, BitSet start, BitSet found, long bound) {
        BitSet taken = value(niveau, found) < value(niveau, start) ? found : start;
        long value = value(niveau, taken);
        return new Level(niveau, sum, taken, value, Math.min(value, bound));
    }

    /** A sum over choices, which the solver and a plain reader both can work out. */
    static final class LevelSum {

        private final long constant;
        private final List<Term> terms = new ArrayList<>();

        private record Term(int choice, long weight) {}

        LevelSum(long constant) {
            this.constant = constant;
        }

        void add(int choice, long weight) {
            if (weight != 0) {
                terms.add(new Term(choice, weight));
            }
        }

        LinearExprBuilder expression(List<BoolVar> choices) {
            LinearExprBuilder sum = LinearExpr.newBuilder().add(constant);
            terms.forEach(term -> sum.addTerm(choices.get(term.choice()), term.weight()));
            return sum;
        }

        long value(BitSet taken) {
            return constant
                    + terms.stream()
                            .filter(term -> taken.get(term.choice()))
                            .mapToLong(Term::weight)
                            .sum();
        }
    }
}
