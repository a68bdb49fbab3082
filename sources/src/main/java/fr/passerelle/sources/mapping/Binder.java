package fr.passerelle.sources.mapping;

import fr.passerelle.schemas.person.PersonColumns;
import fr.passerelle.schemas.person.SafeWords.Quote;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.schemas.text.PlainText.NearestWord;
import fr.passerelle.sources.cell.CellText;
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
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Lets a recipe meet the columns of a file. */
final class Binder {
    private final FileColumns columns;
    private final Recipe recipe;
    private final TableSchema schema;
    private final UsedColumns used = new UsedColumns();

    Binder(FileColumns columns, Recipe recipe, TableSchema schema) {
        this.columns = columns;
        this.recipe = recipe;
        this.schema = schema;
    }

    /** The binding; where it is met (file, line, mapping) is for messages, and headless files have no names of columns. */
    BoundMapping bind(String where, boolean headless) {
        String[] constants = constants();
        BoundRow row = row(constants);
        int total = recipe.totals() == null ? -1 : used.place(recipe.totals().column());
        BoundMapping.BoundPeriod period = period(recipe.period());
        BoundMapping.BoundMonths months = months(recipe.wide());
        used.refuse(where);
        BoundMapping.Controls controls = new BoundMapping.Controls(
                headless ? new int[0] : used.places.stream().toArray(),
                columns.names(),
                total,
                recipe.totals() == null ? new Glob[0] : recipe.totals().values().toArray(Glob[]::new));
        Recipe.Coverage coverage = recipe.coverage();
        CoveredMonths coveredMonths = coverage == null ? null : new CoveredMonths(coverage, schema, constants);
        int width = columns.names().size();
        BitSet beside = used.beside(headless);
        BitSet kept = (BitSet) used.places.clone();
        kept.set(width, Math.max(width, beside.length()));
        RawTable.RowLayout layout = new RawTable.RowLayout(width, kept, used.multiline(recipe.multiline()));
        return new BoundMapping(layout, beside, controls, row, period, months, coveredMonths);
    }

    private String[] constants() {
        String[] constants = CellText.empty(schema.header().size());
        recipe.targets().forEach((column, formula) -> {
            if (formula.origin() instanceof Constant(String text)) {
                constants[schema.header().indexOf(column)] = text;
            }
        });
        return constants;
    }

    private BoundRow row(String[] constants) {
        List<BoundRow.BoundColumn> made = recipe.targets().entrySet().stream()
                .filter(target -> !(target.getValue().origin() instanceof Constant))
                .map(target -> column(schema.header().indexOf(target.getKey()), target.getValue()))
                .toList();
        return new BoundRow(
                schema.header(),
                constants,
                made.toArray(BoundRow.BoundColumn[]::new),
                made.stream().filter(BoundRow.BoundColumn::lenient).toArray(BoundRow.BoundColumn[]::new));
    }

    private BoundRow.BoundColumn column(int place, Formula formula) {
        return formula.origin() instanceof Boxes(List<Box> boxes, String delimiter)
                ? new BoundRow.BoundColumn(
                        place,
                        boxes.stream().map(this::box).toArray(BoundRow.BoundText[]::new),
                        delimiter,
                        formula.lenient())
                : new BoundRow.BoundColumn(place, new BoundRow.BoundText[] {text(formula)}, "", formula.lenient());
    }

    private BoundRow.BoundText box(Box box) {
        int place = used.place(box.from());
        int[] places = place < 0 ? new int[0] : new int[] {place};
        return new BoundRow.BoundText(
                places, "", new Step[] {Step.box(box, new CheckMark(recipe.forms()))}, recipe.blanks());
    }

    private BoundRow.BoundText text(Formula formula) {
        int[] places = formula.origin().parts().stream()
                .mapToInt(used::place)
                .filter(place -> place >= 0)
                .toArray();
        String glue = formula.origin() instanceof Joined joined ? joined.glue() : "";
        return new BoundRow.BoundText(places, glue, formula.steps().toArray(Step[]::new), recipe.blanks());
    }

    private BoundMapping.@Nullable BoundPeriod period(Recipe.@Nullable PeriodFormula period) {
        if (period == null) {
            return null;
        }
        BoundRow.BoundText name = period.formula().origin() instanceof Constant(String text)
                ? new BoundRow.BoundText(new int[0], "", new Step[] {Step.ifEmpty(text)}, recipe.blanks())
                : text(period.formula());
        return new BoundMapping.BoundPeriod(
                name, period.grain(), Recipe.PeriodColumns.of(schema.header()), recipe.forms());
    }

    private BoundMapping.@Nullable BoundMonths months(@Nullable MonthColumns wide) {
        if (wide == null) {
            return null;
        }
        wide.named().keySet().forEach(name -> used.place(new From(List.of(name), false)));
        List<BoundMapping.BoundMonth> months = new ArrayList<>();
        for (int place = 0; place < columns.names().size(); place++) {
            YearMonth month = wide.month(columns.names().get(place)).orElse(null);
            if (month != null && used.take(place)) {
                months.add(new BoundMapping.BoundMonth(place, month));
            }
        }
        checkMonths(wide, months.stream().map(BoundMapping.BoundMonth::month).toList());
        return new BoundMapping.BoundMonths(
                months,
                schema.header().indexOf(wide.target()),
                Recipe.PeriodColumns.of(schema.header()),
                recipe.blanks());
    }

    private void checkMonths(MonthColumns wide, List<YearMonth> months) {
        if (months.isEmpty()) {
            used.problem("il manque une colonne de mois " + wide.words());
        }
        months.stream()
                .filter(month -> months.indexOf(month) != months.lastIndexOf(month))
                .distinct()
                .forEach(month -> used.problem("plusieurs colonnes sont du mois " + month + " : n'en gardez qu'une"));
    }

    /** Which columns of a file are used, and what is wrong with them: gathered, and said at once. */
    private final class UsedColumns {
        private final BitSet places = new BitSet();
        private final List<String> problems = new ArrayList<>();

        /** Places of the cells that may hold several lines, in columns that are used or ignored. */
        BitSet multiline(List<From> named) {
            BitSet multiline = new BitSet();
            named.stream()
                    .flatMap(from -> from.names().stream())
                    .flatMap(name -> columns.places(name).stream())
                    .forEach(multiline::set);
            IntStream.range(0, columns.names().size())
                    .filter(place -> !places.get(place))
                    .filter(place -> recipe.ignored().stream().anyMatch(one -> one.multiline() && means(one, place)))
                    .forEach(multiline::set);
            return multiline;
        }

        /** Places behind the last column that are ignored one by one: what stands there is beside the table. */
        BitSet beside(boolean headless) {
            return recipe.ignored().stream()
                    .mapToInt(one -> FileColumns.said(one.columns().text(), headless))
                    .filter(place -> place >= columns.names().size())
                    .collect(BitSet::new, BitSet::set, BitSet::or);
        }

        void problem(String sentence) {
            problems.add(sentence);
        }

        /** Uses a column; -1, and said unless it is optional, where there is none. */
        int place(From from) {
            List<String> found = from.names().stream().filter(columns::has).toList();
            if (found.isEmpty()) {
                if (!from.optional()) {
                    problem("il manque la colonne " + from.told() + near(from));
                }
                return -1;
            }
            if (found.size() > 1) {
                problem("une seule de ces colonnes doit y être : " + from.told());
            }
            return one(found.getFirst());
        }

        /** Uses a column that the mapping does not name, unless it is ignored; answers whether it does. */
        boolean take(int place) {
            boolean taken = !ignored(place);
            if (taken) {
                places.set(place);
            }
            return taken;
        }

        void refuse(String where) {
            for (int place = 0; place < columns.names().size(); place++) {
                check(place);
            }
            // What is let in is used, and would be refused otherwise.
            recipe.admissions().keySet().stream()
                    .flatMap(name -> columns.places(name).stream())
                    .filter(place -> !places.get(place) || !isPerson(place))
                    .forEach(place -> problem(told(place) + " n'a pas à être admise : retirez-la de « admettre »"));
            if (!problems.isEmpty()) {
                throw new UnusableFile(where + " : "
                        + String.join(" ; ", problems.stream().distinct().toList()) + ".");
            }
        }

        private int one(String name) {
            List<Integer> found = columns.places(name);
            if (found.size() > 1) {
                problem("la colonne « %s » y est %d fois : dites laquelle dans le mapping, par exemple « %s#1 »"
                        .formatted(name, found.size(), name));
            }
            found.forEach(places::set);
            return found.getFirst();
        }

        /** What is wrong with a column is told by its place, with no word of its name that may be somebody's. */
        private void check(int place) {
            if (!places.get(place)) {
                if (!ignored(place)) {
                    problem(told(place) + " n'est ni utilisée ni ignorée : ajoutez-la à « colonnes » ou à « ignorer »");
                }
            } else if (recipe.ignored().stream().anyMatch(one -> !one.columns().isOpen() && means(one, place))) {
                problem(told(place) + " est à la fois utilisée et ignorée : choisissez");
            } else if (isPerson(place)
                    && recipe.admissions().keySet().stream()
                            .noneMatch(name -> columns.places(name).contains(place))) {
                problem(told(place)
                        + " semble dire qui est quelqu'un : retirez-la de « colonnes » et ajoutez-la à « ignorer » ; si"
                        + " elle ne dit jamais personne, écrivez pourquoi dans « admettre »");
            }
        }

        private boolean isPerson(int place) {
            return PersonColumns.byHeader(schema, columns.names().get(place));
        }

        private String told(int place) {
            String name = columns.names().get(place);
            return "la colonne n° " + (place + 1) + (name.isEmpty() ? ", sans nom," : " (« " + Quote.of(name) + " »)");
        }

        private boolean ignored(int place) {
            return recipe.ignored().stream().anyMatch(one -> means(one, place));
        }

        private boolean means(Recipe.IgnoredColumns one, int place) {
            Glob glob = one.columns();
            return glob.fits(columns.names().get(place))
                    || columns.places(glob.text()).equals(List.of(place));
        }

        private String near(From from) {
            return from.names().stream()
                    .flatMap(name -> NearestWord.of(name, columns.names()).stream())
                    .findFirst()
                    .map(name -> " (la colonne n° %d s'écrit presque ainsi)"
                            .formatted(columns.names().indexOf(name) + 1))
                    .orElse("");
        }
    }
}
