package fr.passerelle.envelope.programme;

import fr.passerelle.schemas.event.UsageCredit;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** How one line of one year is used: what was notified and what the scenario funds, as lengths of its bar out of a hundred. */
public record CreditUse(UsageCredit usage, int committed, int funded) {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    public static CreditUse of(UsageCredit usage) {
        BigDecimal available = available(usage);
        return new CreditUse(usage, share(usage.getCommitted(), available), share(usage.getFunded(), available));
    }

    /** What may be spent: what was voted and carried over, without what is promised elsewhere. */
    public static BigDecimal available(UsageCredit usage) {
        return usage.getVoted().subtract(usage.getPromised()).add(usage.getCarriedIn());
    }

    /** Whether nothing was voted, promised, notified nor funded. */
    public boolean isEmpty() {
        return usage.getVoted().signum() == 0
                && usage.getPromised().signum() == 0
                && usage.getCommitted().signum() == 0
                && usage.getFunded().signum() == 0;
    }

    private static int share(BigDecimal part, BigDecimal whole) {
        return whole.signum() <= 0
                ? 0
                : part.multiply(WHOLE)
                        .divide(whole, 0, RoundingMode.HALF_UP)
                        .min(WHOLE)
                        .intValue();
    }
}
