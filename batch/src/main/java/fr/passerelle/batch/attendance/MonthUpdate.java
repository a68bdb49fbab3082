package fr.passerelle.batch.attendance;

import fr.passerelle.batch.month.ImportedLine;
import fr.passerelle.batch.month.ImportedMonth;
import fr.passerelle.batch.month.MonthNo;
import fr.passerelle.batch.month.MonthTraits;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntSupplier;

/**
 * What the database is to keep of a month.
 *
 * @param kept what it keeps now
 * @param no its number, for life
 * @param said what imports say of it
 * @param held lines that hold, by the import that said each first
 */
record MonthUpdate(
        int no,
        MonthNo at,
        ImportedMonthTable.Kept kept,
        MonthImports said,
        MonthTraits traits,
        Map<Integer, Integer> held) {

    /** @param numbers gives the numbers of months of which nothing was kept */
    static MonthUpdate of(
            MonthNo at,
            ImportedMonthTable.Kept kept,
            MonthImports said,
            Collection<ImportedLine> holding,
            IntSupplier numbers) {
        int no = kept.no() == 0 ? numbers.getAsInt() : kept.no();
        Map<Integer, Integer> held = new HashMap<>();
        holding.forEach(line -> held.merge(line.importNo(), 1, Integer::sum));
        return new MonthUpdate(no, at, kept, said, MonthTraits.of(holding, said.mayStraddle()), held);
    }

    /** Whether something is to be written. */
    boolean isNeeded() {
        return !written().isEmpty()
                || !repeats().isEmpty()
                || !said.removed().isEmpty()
                || !heldOtherwise().isEmpty()
                || kept.no() != 0 && !traits.equals(kept.traits());
    }

    /** What is written anew. */
    List<ImportedMonth> written() {
        return said.changed();
    }

    /** Withdrawn imports that said lines of other months: it is kept until all months are folded. */
    List<Integer> left() {
        return said.removed().stream()
                .filter(importNo -> !Objects.requireNonNull(kept.sayings().get(importNo))
                        .departed()
                        .isEmpty())
                .toList();
    }

    /** Imports of which something else was kept. */
    List<Integer> forgotten() {
        List<Integer> forgotten = new ArrayList<>(said.removed());
        forgotten.removeAll(left());
        written().stream()
                .map(ImportedMonth::importNo)
                .filter(kept.sayings()::containsKey)
                .forEach(forgotten::add);
        return forgotten;
    }

    /** Imports of the run that repeat what was said. */
    Collection<Integer> repeats() {
        return said.repeats();
    }

    /** Imports of which the same is kept, and of which other lines hold. */
    Map<Integer, Integer> heldOtherwise() {
        List<Integer> gone = new ArrayList<>(forgotten());
        gone.addAll(left());
        Map<Integer, Integer> otherwise = new HashMap<>();
        kept.held().forEach((importNo, count) -> {
            int now = held.getOrDefault(importNo, 0);
            if (now != count && !gone.contains(importNo)) {
                otherwise.put(importNo, now);
            }
        });
        return otherwise;
    }
}
