package fr.passerelle.faults.check;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The promises I1 to I10 held against a history: a pure function. */
public final class Checker {

    private static final List<Function<History, Stream<Violation>>> ALL = List.of(
            OnceOnTheTopic::in,
            OnceInAMonth::in,
            NothingUndone::in,
            OrderOfSubjects::in,
            OneProposal::in,
            Sums::in,
            SameBytes::in,
            KeptRejects::in,
            FinishedRuns::in,
            Nobody::in,
            NothingLeftToRead::in);

    private Checker() {}

    /** The violations, by promise; none when all hold. */
    public static List<Violation> violations(History history) {
        return ALL.stream().flatMap(promise -> promise.apply(history)).toList();
    }
}
