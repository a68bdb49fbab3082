package fr.passerelle.calendar.solver;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearArgument;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import fr.passerelle.schemas.event.NiveauTournee;
import fr.passerelle.study.Solver;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

/** Choices of day tours for CP-SAT, with the four levels as sums over them. */
final class TourModel {

    private final CpModel model;
    private final List<BoolVar> choices = new ArrayList<>();
    private final LevelSum unserved;
    private final LevelSum changed = new LevelSum(0);
    private final List<Kept> kept = new ArrayList<>();
    private final LevelSum road = new LevelSum(0);
    private final List<LevelSum> work;
    private final List<Row> rows = new ArrayList<>();

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
    TourModel(long asked, int animateurs) {
        Solver.load();
        this.model = new CpModel();
        this.unserved = new LevelSum(asked);
        this.work = Stream.generate(() -> new LevelSum(0)).limit(animateurs).toList();
    }

    CpModel model() {
        return model;
    }

    /** One more choice, by its number. */
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

    /** Whether those choices are an answer. */
    boolean allows(BitSet taken) {
        return rows.stream().allMatch(row -> row.holds(taken));
    }

    /** Starts the search from an answer. */
    void hint(BitSet taken) {
        model.clearHints();
        for (int choice = 0; choice < choices.size(); choice++) {
            model.addHint(choices.get(choice), taken.get(choice));
        }
    }

    /** The choices of what a solver found. */
    BitSet taken(CpSolver solver) {
        BitSet taken = new BitSet();
        for (int choice = 0; choice < choices.size(); choice++) {
            taken.set(choice, solver.booleanValue(choices.get(choice)));
        }
        return taken;
    }

    /** What a level counts, for the solver. */
    LinearArgument level(NiveauTournee niveau) {
        return switch (niveau) {
            case SEANCES_NON_TENUES -> unserved.expression(choices).build();
            case SEANCES_CHANGEES -> changes();
            case MINUTES_DE_ROUTE -> road.expression(choices).build();
            case ECART_DE_CHARGE -> spread();
        };
    }

    /** What a level counts where those choices are taken. */
    long value(NiveauTournee niveau, BitSet taken) {
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
}
