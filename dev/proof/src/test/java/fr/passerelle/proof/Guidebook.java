package fr.passerelle.proof;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A guide whose commands are run: its sections by title, the commands of their {@code sh} blocks, and the output that they show. */
record Guidebook(String text) {

    private static final String LEFT_OUT = "…";

    static Guidebook at(Path path) {
        return new Guidebook(Tree.read(path));
    }

    /** From the line that begins so to the next title of its level or above. */
    Guidebook section(String title) {
        Pattern section = Pattern.compile("(?ms)^" + Pattern.quote(title) + "$\n(.*?)(?=^#{1,3} |\\z)");
        return section.matcher(text)
                .results()
                .findFirst()
                .map(found -> new Guidebook(found.group(1)))
                .orElseThrow(() -> new IllegalArgumentException("No section « " + title + " »"));
    }

    List<Command> commands() {
        return lines("sh").map(Command::of).toList();
    }

    /** Its queries, one a line of its {@code sql} blocks. */
    List<String> queries() {
        return lines("sql").toList();
    }

    /** Lines of output that it shows, without those that stand for others. */
    List<String> shown() {
        return lines("text")
                .filter(line -> !line.isBlank() && !line.contains(LEFT_OUT))
                .toList();
    }

    private Stream<String> lines(String language) {
        return Pattern.compile("(?s)```" + language + "\n(.*?)```")
                .matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .flatMap(String::lines);
    }

    /** A command of the guide; behind {@code # code} stands the exit code that it answers, else it is 0 or 3. */
    record Command(String line, List<Integer> codes) {

        private static final Pattern CODE = Pattern.compile("\\s+# code (\\d)$");

        static Command of(String line) {
            var code = CODE.matcher(line);
            return code.find()
                    ? new Command(line.substring(0, code.start()), List.of(Integer.valueOf(code.group(1))))
                    : new Command(line, List.of(0, 3));
        }
    }
}
