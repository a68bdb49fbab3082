package fr.passerelle.bench;

import fr.passerelle.local.process.Commands;
import java.util.List;
import java.util.stream.Stream;

/** What two commands of a shell would do: {@code psql \copy} and {@code kcat -P}, where Debian's packages are there. */
final class Shell {

    private Shell() {}

    /** Why it is not measured; empty where it can be. */
    static String whyNot() {
        List<String> missing = Stream.of("psql", "kcat")
                .filter(program -> Commands.run(List.of("which", program)).exit() != 0)
                .toList();
        return missing.isEmpty() ? "" : "absent(s) : " + String.join(", ", missing) + " (apt install postgresql-client kcat)";
    }
}
