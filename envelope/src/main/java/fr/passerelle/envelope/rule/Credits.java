package fr.passerelle.envelope.rule;

import fr.passerelle.schemas.event.LigneCredit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The credits of the years to come, and what is asked of their sharing.
 *
 * @param byCell one for each line of each year that was voted; a line of a year without one has nothing
 * @param equity in the order of the file
 */
public record Credits(SortedMap<BudgetCell, Credit> byCell, List<EquityRow> equity) {

    /** From credits in any order, one for each cell. */
    public static Credits of(Collection<Credit> credits, List<EquityRow> equity) {
        SortedMap<BudgetCell, Credit> byCell = new TreeMap<>();
        credits.forEach(credit -> byCell.put(credit.cell(), credit));
        return new Credits(byCell, List.copyOf(equity));
    }

    /** Years that have a credit on some line, in order. */
    public SortedSet<Integer> years() {
        return byCell.keySet().stream().map(BudgetCell::year).collect(Collectors.toCollection(TreeSet::new));
    }

    /** What was voted on a cell; nothing where no row says it. */
    public Credit credit(BudgetCell cell) {
        return byCell.getOrDefault(cell, new Credit(cell, 0, 0, false));
    }

    /**
     * Every bound on what is spent: for each line and each year from the first of the credits to a last one, the years that carry over to it
     * without a break. Together they say all that carrying over allows.
     *
     * @param last the last year in which something may be spent
     */
    public List<CreditWindow> windows(int last) {
        List<CreditWindow> windows = new ArrayList<>();
        for (LigneCredit line : LigneCredit.values()) {
            addWindows(windows, line, last);
        }
        return windows;
    }

    private void addWindows(List<CreditWindow> windows, LigneCredit line, int last) {
        int from = years().first();
        long limit = 0;
        for (int year = from; year <= last; year++) {
            Credit credit = credit(new BudgetCell(year, line));
            limit += credit.available();
            windows.add(new CreditWindow(line, from, year, limit));
            if (!credit.carriesOver()) {
                from = year + 1;
                limit = 0;
            }
        }
    }
}
