package fr.passerelle.sources.mapping;

import fr.passerelle.schemas.person.PersonColumns;
import fr.passerelle.schemas.person.Quote;
import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.schemas.yaml.NearestWord;
import fr.passerelle.sources.mapping.Formula.From;
import fr.passerelle.sources.reject.UnusableFile;
import fr.passerelle.sources.table.Glob;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Which columns of a file are used, and what is wrong with them: gathered, and said at once. */
final class UsedColumns {

    private final FileColumns columns;
    private final List<IgnoredColumns> ignored;
    private final Set<String> admitted;
    private final TableSchema schema;
    private final BitSet used = new BitSet();
    private final List<String> problems = new ArrayList<>();

    UsedColumns(FileColumns columns, Recipe recipe, TableSchema schema) {
        this.columns = columns;
        this.ignored = recipe.ignored();
        this.admitted = recipe.admissions().keySet();
        this.schema = schema;
    }

    BitSet places() {
        return used;
    }

    /**
     * Places of the cells that may hold several lines.
     *
     * @param named columns that are used
     */
    BitSet multiline(List<From> named) {
        BitSet multiline = new BitSet();
        named.stream()
                .flatMap(from -> from.names().stream())
                .flatMap(name -> columns.places(name).stream())
                .forEach(multiline::set);
        IntStream.range(0, columns.names().size())
                .filter(place -> !used.get(place))
                .filter(place -> ignored.stream().anyMatch(one -> one.multiline() && means(one, place)))
                .forEach(multiline::set);
        return multiline;
    }

    /** Places behind the last column that are ignored one by one: what stands there is beside the table. */
    BitSet beside(boolean headless) {
        return ignored.stream()
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
            used.set(place);
        }
        return taken;
    }

    /** @throws UnusableFile when something is wrong, or a column is neither used nor ignored */
    void refuse(String where) {
        for (int place = 0; place < columns.names().size(); place++) {
            check(place);
        }
        admitted.forEach(this::checkAdmitted);
        if (!problems.isEmpty()) {
            throw new UnusableFile(where + " : "
                    + String.join(" ; ", problems.stream().distinct().toList()) + ".");
        }
    }

    private int one(String name) {
        List<Integer> places = columns.places(name);
        if (places.size() > 1) {
            problem("la colonne « %s » y est %d fois : dites laquelle dans le mapping, par exemple « %s#1 »"
                    .formatted(name, places.size(), name));
        }
        places.forEach(used::set);
        return places.getFirst();
    }

    /** What is wrong with a column is told by its place, with no word of its name that may be somebody's. */
    private void check(int place) {
        if (!used.get(place)) {
            if (!ignored(place)) {
                problem(told(place) + " n'est ni utilisée ni ignorée : ajoutez-la à « colonnes » ou à « ignorer »");
            }
        } else if (ignored.stream().anyMatch(one -> !one.columns().isOpen() && means(one, place))) {
            problem(told(place) + " est à la fois utilisée et ignorée : choisissez");
        } else if (isPerson(place) && !isAdmitted(place)) {
            problem(told(place)
                    + " semble dire qui est quelqu'un : retirez-la de « colonnes » et ajoutez-la à « ignorer » ; si"
                    + " elle ne dit jamais personne, écrivez pourquoi dans « admettre »");
        }
    }

    /** What is let in is used, and would be refused otherwise. */
    private void checkAdmitted(String name) {
        columns.places(name).stream()
                .filter(place -> !used.get(place) || !isPerson(place))
                .forEach(place -> problem(told(place) + " n'a pas à être admise : retirez-la de « admettre »"));
    }

    private boolean isPerson(int place) {
        return PersonColumns.byHeader(schema, columns.names().get(place));
    }

    private boolean isAdmitted(int place) {
        return admitted.stream().anyMatch(name -> columns.places(name).contains(place));
    }

    private String told(int place) {
        String name = columns.names().get(place);
        return "la colonne n° " + (place + 1) + (name.isEmpty() ? ", sans nom," : " (« " + Quote.of(name) + " »)");
    }

    private boolean ignored(int place) {
        return ignored.stream().anyMatch(one -> means(one, place));
    }

    private boolean means(IgnoredColumns one, int place) {
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
