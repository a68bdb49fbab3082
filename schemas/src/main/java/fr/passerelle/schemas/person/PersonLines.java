package fr.passerelle.schemas.person;

import fr.passerelle.schemas.yaml.InvalidYaml;
import fr.passerelle.schemas.yaml.TextProblem;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** The lines of a text that runs keep whole, remarks included: none may name somebody. */
public final class PersonLines {

    private static final String NAMES_SOMEBODY = "semble nommer quelqu'un (courriel, téléphone, numéro, civilité suivie"
            + " d'un nom) ; dites-le sans personne, même dans une remarque";

    private PersonLines() {}

    /**
     * The text, where none does.
     *
     * @param what the text is, as a French sentence begins with it: {@code Le barème}
     * @throws InvalidYaml when a line does; it says which
     */
    public static String requireNobody(String what, String text) {
        return require(what, text, PersonMask::hides);
    }

    /** The same of its remarks alone: what it translates may be the name that a place bears. */
    public static String requireNobodyInRemarks(String what, String text) {
        return require(what, text, line -> PersonMask.hides(remark(line)));
    }

    private static String require(String what, String text, Predicate<String> names) {
        List<String> lines = text.lines().toList();
        List<TextProblem> problems = IntStream.range(0, lines.size())
                .filter(i -> names.test(lines.get(i)))
                .mapToObj(i -> new TextProblem(i + 1, 1, "", NAMES_SOMEBODY))
                .toList();
        if (!problems.isEmpty()) {
            throw new InvalidYaml(what, problems);
        }
        return text;
    }

    private static String remark(String line) {
        int begins = line.startsWith("#") ? 0 : line.indexOf(" #");
        return begins < 0 ? "" : line.substring(begins);
    }
}
