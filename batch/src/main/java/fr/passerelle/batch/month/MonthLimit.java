package fr.passerelle.batch.month;

import fr.passerelle.journal.Journal;
import fr.passerelle.schemas.contract.Records;
import java.util.Collection;
import java.util.function.IntFunction;

/** How many lines a month of a room may have: no more than a record of the log can hold. */
public final class MonthLimit {

    /** What a line takes in a record beside its texts, at most. */
    private static final int LINE = 80;

    /** What a record has beside its lines and files, at most. */
    private static final int REST = 1_000;

    private final Records records;
    private final IntFunction<String> sha256;

    /** @param sha256 hash of the file of an import */
    public MonthLimit(Records records, IntFunction<String> sha256) {
        this.records = records;
        this.sha256 = sha256;
    }

    /** Whether a record of the log could not hold these lines of a month. */
    public boolean isPassed(MonthOfRoom of, Collection<ImportedLine> holding) {
        long most = holding.stream()
                .map(ImportedLine::value)
                .mapToLong(value -> LINE
                        + 3L
                                * (value.register().length()
                                        + value.id().length()
                                        + value.activity().length()))
                .sum();
        return most >= Journal.MAX_PAYLOAD / 2
                && records.encode(MonthLines.of(holding, sha256).month(of)).length > Journal.MAX_PAYLOAD - REST;
    }
}
