package fr.passerelle.sources.mapping;

import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.sources.cell.CheckMark;
import fr.passerelle.sources.mapping.Formula.Box;
import fr.passerelle.sources.mapping.Formula.Boxes;
import fr.passerelle.sources.mapping.Formula.Constant;
import fr.passerelle.sources.mapping.Formula.From;
import fr.passerelle.sources.mapping.Formula.Joined;
import fr.passerelle.sources.reject.UnusableFile;
import fr.passerelle.sources.table.Glob;
import fr.passerelle.sources.table.RawTable;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Lets a recipe meet the columns of a file. */
final class Binder {

    private final Recipe recipe;
    private final TableSchema schema;
    private final List<String> header;
    private final FileColumns columns;
    private final UsedColumns used;
    private final CheckMark marks;

    Binder(FileColumns columns, Recipe recipe, TableSchema schema) {
        this.columns = columns;
        this.recipe = recipe;
        this.schema = schema;
        this.header = schema.header();
        this.used = new UsedColumns(columns, recipe, schema);
        this.marks = new CheckMark(recipe.forms());
    }

    /**
     * The binding.
     *
     * @param where the file, its line and the mapping, for messages
     * @param headless whether the names of the columns are not in the file
     * @throws UnusableFile when the file does not have the columns that the recipe says; it says all that is wrong
     */
    BoundMapping bind(String where, boolean headless) {
        String[] constants = constants();
        BoundRow row = row(constants);
        int total = recipe.totals() == null ? -1 : used.place(recipe.totals().column());
        BoundPeriod period = period(recipe.period());
        BoundMonths months = months(recipe.wide());
        used.refuse(where);
        List<Glob> totals =
                recipe.totals() == null ? List.of() : recipe.totals().values();
        Controls controls = new Controls(used.places(), columns.names(), headless, total, totals);
        Coverage coverage = recipe.coverage();
        CoveredMonths coveredMonths = coverage == null ? null : new CoveredMonths(coverage, schema, constants);
        int width = columns.names().size();
        BitSet beside = used.beside(headless);
        BitSet kept = (BitSet) used.places().clone();
        kept.set(width, Math.max(width, beside.length()));
        RawTable.RowLayout layout = new RawTable.RowLayout(width, kept, used.multiline(recipe.multiline()));
        return new BoundMapping(layout, beside, controls, row, period, months, coveredMonths);
    }

    private String[] constants() {
        String[] constants = new String[header.size()];
        Arrays.fill(constants, "");
        recipe.targets().forEach((column, formula) -> {
            if (formula.origin() instanceof Constant(String text)) {
                constants[header.indexOf(column)] = text;
            }
        });
        return constants;
    }

    private BoundRow row(String[] constants) {
        List<Map.Entry<String, Formula>> made = recipe.targets().entrySet().stream()
                .filter(target -> !(target.getValue().origin() instanceof Constant))
                .toList();
        return new BoundRow(
                header,
                constants,
                made.stream()
                        .mapToInt(target -> header.indexOf(target.getKey()))
                        .toArray(),
                made.stream().map(target -> cell(target.getValue())).toArray(BoundCell[]::new),
                lenient(made));
    }

    private static BitSet lenient(List<Map.Entry<String, Formula>> made) {
        return IntStream.range(0, made.size())
                .filter(i -> made.get(i).getValue().lenient())
                .collect(BitSet::new, BitSet::set, BitSet::or);
    }

    private BoundCell cell(Formula formula) {
        return formula.origin() instanceof Boxes(List<Box> boxes, String delimiter)
                ? new BoundBoxes(boxes.stream().map(this::box).toArray(BoundText[]::new), delimiter)
                : text(formula);
    }

    private BoundText box(Box box) {
        int place = used.place(box.from());
        int[] places = place < 0 ? new int[0] : new int[] {place};
        return new BoundText(places, "", new Step[] {new BoxStep(box, marks)}, recipe.blanks());
    }

    private BoundText text(Formula formula) {
        int[] places = formula.origin().parts().stream()
                .mapToInt(used::place)
                .filter(place -> place >= 0)
                .toArray();
        String glue = formula.origin() instanceof Joined joined ? joined.glue() : "";
        return new BoundText(places, glue, Step.of(formula), recipe.blanks());
    }

    private @Nullable BoundPeriod period(@Nullable PeriodFormula period) {
        if (period == null) {
            return null;
        }
        BoundText name = period.formula().origin() instanceof Constant(String text)
                ? new BoundText(new int[0], "", new Step[] {new Step.IfEmpty(text)}, recipe.blanks())
                : text(period.formula());
        return new BoundPeriod(name, period.grain(), PeriodColumns.of(header), recipe.forms());
    }

    private @Nullable BoundMonths months(@Nullable MonthColumns wide) {
        if (wide == null) {
            return null;
        }
        wide.months().named().forEach(name -> used.place(new From(List.of(name), false)));
        SequencedMap<Integer, YearMonth> months = new LinkedHashMap<>();
        for (int place = 0; place < columns.names().size(); place++) {
            YearMonth month = wide.months().month(columns.names().get(place)).orElse(null);
            if (month != null && used.take(place)) {
                months.put(place, month);
            }
        }
        checkMonths(wide, new ArrayList<>(months.values()));
        return new BoundMonths(months, header.indexOf(wide.target()), PeriodColumns.of(header), recipe.blanks());
    }

    private void checkMonths(MonthColumns wide, List<YearMonth> months) {
        if (months.isEmpty()) {
            used.problem("il manque une colonne de mois " + wide.months().words());
        }
        months.stream()
                .filter(month -> months.indexOf(month) != months.lastIndexOf(month))
                .distinct()
                .forEach(month -> used.problem("plusieurs colonnes sont du mois " + month + " : n'en gardez qu'une"));
    }
}
