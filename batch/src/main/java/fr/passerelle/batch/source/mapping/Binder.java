package fr.passerelle.batch.source.mapping;

import fr.passerelle.batch.source.mapping.Formula.Constant;
import fr.passerelle.batch.source.mapping.Formula.From;
import fr.passerelle.batch.source.mapping.Formula.Joined;
import fr.passerelle.batch.source.reject.UnusableFile;
import fr.passerelle.schemas.table.TableSchema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/** Lets a recipe meet the columns of a file. What does not fit is gathered and said at once. */
final class Binder {

    private static final String[] NO_BLANKS = {};

    private final FileColumns columns;
    private final Recipe recipe;
    private final List<String> header;
    private final List<String> problems = new ArrayList<>();
    private final BitSet used = new BitSet();

    Binder(FileColumns columns, Recipe recipe, TableSchema schema) {
        this.columns = columns;
        this.recipe = recipe;
        this.header = schema.header();
    }

    /**
     * The binding.
     *
     * @param where the file, its line and the mapping, for messages
     * @throws UnusableFile when the file does not have the columns that the recipe says
     */
    Bound bind(String where) {
        String[] constants = new String[header.size()];
        Arrays.fill(constants, "");
        List<Integer> targets = new ArrayList<>();
        List<BoundText> texts = new ArrayList<>();
        for (Map.Entry<String, Formula> target : recipe.targets().entrySet()) {
            int column = header.indexOf(target.getKey());
            if (target.getValue().origin() instanceof Constant(String text)) {
                constants[column] = text;
            } else {
                targets.add(column);
                texts.add(text(target.getValue()));
            }
        }
        checkOthers();
        refuse(where);
        return new Bound(
                header,
                columns.names().size(),
                used,
                constants,
                targets.stream().mapToInt(Integer::intValue).toArray(),
                texts.toArray(BoundText[]::new));
    }

    private BoundText text(Formula formula) {
        return switch (formula.origin()) {
            case From from -> text(formula, List.of(from), "");
            case Joined(List<From> parts, String glue) -> text(formula, parts, glue);
            case Constant constant -> throw new IllegalStateException("A constant is made of no cell");
        };
    }

    private BoundText text(Formula formula, List<From> parts, String glue) {
        int[] places =
                parts.stream().mapToInt(this::place).filter(place -> place >= 0).toArray();
        return new BoundText(places, glue, Step.of(formula), NO_BLANKS);
    }

    /** The one place of a column; -1, and said unless it is optional, where there is none. */
    private int place(From from) {
        List<String> found = from.names().stream().filter(columns::has).toList();
        String named = "« " + String.join(" » ou « ", from.names()) + " »";
        if (found.isEmpty()) {
            if (!from.optional()) {
                problems.add("il manque la colonne " + named);
            }
            return -1;
        }
        List<Integer> places = columns.places(found.getFirst());
        if (found.size() > 1) {
            problems.add("une seule de ces colonnes doit y être : " + named);
        } else if (places.size() > 1) {
            problems.add("la colonne « %s » y est %d fois : dites laquelle dans le mapping, par exemple « %s#1 »"
                    .formatted(found.getFirst(), places.size(), found.getFirst()));
        }
        used.set(places.getFirst());
        return places.getFirst();
    }

    /** Every column is used or ignored; any other is told by its place, since its name may be somebody's. */
    private void checkOthers() {
        for (int place = 0; place < columns.names().size(); place++) {
            if (!used.get(place) && !ignored(place)) {
                problems.add(
                        "la colonne n° %d n'est ni utilisée ni ignorée : ajoutez-la à « colonnes » ou à « ignorer »"
                                .formatted(place + 1));
            }
        }
    }

    private boolean ignored(int place) {
        String name = columns.names().get(place);
        return recipe.ignored().stream()
                .anyMatch(glob -> glob.fits(name) || columns.places(glob.text()).equals(List.of(place)));
    }

    private void refuse(String where) {
        if (!problems.isEmpty()) {
            throw new UnusableFile(where + " : " + String.join(" ; ", problems) + ".");
        }
    }
}
