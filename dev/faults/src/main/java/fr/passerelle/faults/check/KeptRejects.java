package fr.passerelle.faults.check;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/** I7: a reject keeps the hash of its file, its line, its cells and the reason. */
final class KeptRejects {

    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern NO_CELL = Pattern.compile("|null|\\{}");

    private KeptRejects() {}

    static Stream<Violation> in(History history) {
        return history.accounts().rejects().stream()
                .filter(reject -> !complete(reject))
                .map(reject -> new Violation(
                        Promise.I7,
                        "exécution " + reject.runNo() + ", " + reject.file() + ", ligne " + reject.line()
                                + " : il y manque quelque chose"));
    }

    private static boolean complete(RunAccounts.Reject reject) {
        return SHA_256.matcher(reject.sha256()).matches()
                && reject.line() > 0
                && !reject.reason().isBlank()
                && !NO_CELL.matcher(reject.cells()).matches();
    }
}
