package fr.passerelle.batch.attendance;

import fr.passerelle.batch.attendance.ImportedMonth.ImportedLine;
import fr.passerelle.batch.attendance.ImportedMonthTable.Kept;
import fr.passerelle.schemas.event.Etat;
import fr.passerelle.schemas.event.Grain;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;

/**
 * What the database is to keep of a month, by its number, for life: what it keeps now, what imports say of it, its traits, and how
 * many lines hold, by the import that said each first.
 */
record MonthUpdate(int no, MonthNo at, MonthImports said, MonthTraits traits, Map<Integer, Integer> held) {

    /** @param numbers gives the numbers of months of which nothing was kept */
    static MonthUpdate of(MonthNo at, MonthImports said, Collection<ImportedLine> holding, IntSupplier numbers) {
        int no = said.kept().no() == 0 ? numbers.getAsInt() : said.kept().no();
        Map<Integer, Integer> held = new HashMap<>();
        holding.forEach(line -> held.merge(line.importNo(), 1, Integer::sum));
        return new MonthUpdate(no, at, said, MonthTraits.of(holding, said.mayStraddle()), held);
    }

    Kept kept() {
        return said.kept();
    }

    /** How many lines of an import hold. */
    int held(int importNo) {
        return held.getOrDefault(importNo, 0);
    }

    /** Whether something is to be written. */
    boolean isNeeded() {
        return !said.changed().isEmpty()
                || !said.repeats().isEmpty()
                || !said.removed().isEmpty()
                || !heldOtherwise().isEmpty()
                || isOfOtherTraits();
    }

    /** Whether it was kept, and other traits with it. */
    boolean isOfOtherTraits() {
        return kept().no() != 0 && !traits.equals(kept().traits());
    }

    /** Withdrawn imports that said lines of other months: it is kept until all months are folded. */
    List<Integer> left() {
        return said.removed().stream()
                .filter(importNo -> !Objects.requireNonNull(kept().sayings().get(importNo))
                        .departed()
                        .isEmpty())
                .toList();
    }

    /** Imports of which something else was kept. */
    List<Integer> forgotten() {
        List<Integer> forgotten = new ArrayList<>(said.removed());
        forgotten.removeAll(left());
        said.changed().stream()
                .map(ImportedMonth::importNo)
                .filter(kept().sayings()::containsKey)
                .forEach(forgotten::add);
        return forgotten;
    }

    /** Imports of which the same is kept, and of which other lines hold. */
    List<Integer> heldOtherwise() {
        List<Integer> gone = new ArrayList<>(forgotten());
        gone.addAll(left());
        return kept().held().entrySet().stream()
                .filter(known -> known.getValue() != held(known.getKey()))
                .map(Map.Entry::getKey)
                .filter(importNo -> !gone.contains(importNo))
                .toList();
    }

    /**
     * What is asked of months without reading their lines: as an int4multirange of months since year 0, those in which open periods end, of a
     * month at most or longer.
     *
     * @param straddles whether a line that an import says of it, be it put aside or replaced, may straddle others
     * @param reach last month in which one of its lines ends that count what adds up, if that is a later one; 0 where none does
     */
    record MonthTraits(String openTo, String openLongTo, boolean straddles, int reach) {

        static final MonthTraits NONE = new MonthTraits("{}", "{}", false, 0);

        private static final Set<Grain> SHORT = Set.of(Grain.SEANCE, Grain.JOUR, Grain.SEMAINE, Grain.MOIS);

        /** Of the lines that hold of a month; whether one that an import says of it may straddle others is told. */
        static MonthTraits of(Collection<ImportedLine> holding, boolean straddles) {
            IntStream.Builder shorter = IntStream.builder();
            IntStream.Builder longer = IntStream.builder();
            int reach = 0;
            for (ImportedLine line : holding) {
                if (line.value().etat() == Etat.OUVERT) {
                    (SHORT.contains(line.value().grain()) ? shorter : longer)
                            .add(MonthNo.ofDay(line.value().end()));
                    reach = Math.max(reach, reach(line.value()));
                }
            }
            return new MonthTraits(ranges(shorter), ranges(longer), straddles, reach);
        }

        /** The last month of a line that reaches beyond its first, and counts what adds up; 0 of another. */
        static int reach(Attendance value) {
            int end = MonthNo.ofDay(value.end());
            return end > MonthNo.ofDay(value.start()) && value.addsUp() ? end : 0;
        }

        /** Numbers in any order, as PostgreSQL itself writes an int4multirange. */
        static String ranges(IntStream.Builder added) {
            int[] numbers = added.build().sorted().toArray();
            StringBuilder text = new StringBuilder("{");
            for (int i = 0; i < numbers.length; ) {
                int first = numbers[i];
                int last = first;
                while (++i < numbers.length && numbers[i] <= last + 1) {
                    last = numbers[i];
                }
                text.append(text.length() == 1 ? "[" : ",[")
                        .append(first)
                        .append(',')
                        .append(last + 1)
                        .append(')');
            }
            return text.append('}').toString();
        }
    }
}
