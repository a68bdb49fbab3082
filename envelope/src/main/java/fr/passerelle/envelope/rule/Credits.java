package fr.passerelle.envelope.rule;

import fr.passerelle.schemas.event.Besoin;
import fr.passerelle.schemas.event.LigneCredit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The credits of the years to come, one for each line of each year that was voted, and what is asked of their sharing, in order. */
public record Credits(SortedMap<BudgetCell, Credit> byCell, List<EquityRow> equity) {

    /** One line of credit in one budget year. Ordered by year, then line. */
    public record BudgetCell(int year, LigneCredit line) implements Comparable<BudgetCell> {

        private static final Comparator<BudgetCell> ORDER =
                Comparator.comparingInt(BudgetCell::year).thenComparing(BudgetCell::line);

        @Override
        public int compareTo(BudgetCell other) {
            return ORDER.compare(this, other);
        }
    }

    /** What was voted on one line of one year, and of it promised elsewhere (from 0 to what was voted), in cents; what is left may go on to the next year. */
    public record Credit(BudgetCell cell, long voted, long promised, boolean carriesOver) {

        /** Cents that may be given, from 0. */
        public long available() {
            return voted - promised;
        }

        /** The same with so many cents voted; what is promised of it stands as far as it goes. */
        Credit of(long cents) {
            return new Credit(cell, cents, Math.min(promised, cents), carriesOver);
        }
    }

    /** Years of one line, both ends included, that hold each other up, nothing being carried over to the first: a limit of what is spent in them, cents. */
    public record CreditWindow(LigneCredit line, int from, int to, long limit) {

        /** Whether what is spent there counts. */
        public boolean holds(BudgetCell cell) {
            return cell.line() == line && cell.year() >= from && cell.year() <= to;
        }
    }

    /** What is asked of the sharing between territories. What was notified to open counts as an opening. */
    public sealed interface EquityRow {

        /** How much of it an opening of an EPCI gives. */
        long gives(EpciChoices epci);

        /** The least of it over all openings. */
        long least();

        /** At least so many openings in a département, from 0. */
        record OpeningFloor(String departement, int openings) implements EquityRow {

            @Override
            public long gives(EpciChoices epci) {
                return epci.departement().equals(departement) ? 1 : 0;
            }

            @Override
            public long least() {
                return openings;
            }
        }

        /** At least this share of the openings in EPCIs whose need is high, in ten-thousandths, 0 to 10,000. */
        record HighNeedShare(int tenThousandths) implements EquityRow {

            private static final int WHOLE = 10_000;

            /** The share that one of high need has over what is asked, or the lack of another. */
            @Override
            public long gives(EpciChoices epci) {
                return (epci.besoin() == Besoin.ELEVE ? WHOLE : 0) - tenThousandths;
            }

            @Override
            public long least() {
                return 0;
            }
        }
    }

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

    /** Every bound on what is spent up to a last year: for each line and year, the years that carry over to it without a break. */
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

    /** Euros as whole cents, which solvers count in; {@link ArithmeticException} when the amount has parts of a cent. */
    public static long cents(BigDecimal euros) {
        return euros.movePointRight(2).longValueExact();
    }

    /** Cents as euros. */
    public static BigDecimal euros(long cents) {
        return BigDecimal.valueOf(cents, 2);
    }
}
