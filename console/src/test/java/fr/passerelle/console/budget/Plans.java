package fr.passerelle.console.budget;

import fr.passerelle.rules.explanation.BarePlan;
import fr.passerelle.schemas.event.AidLine;
import fr.passerelle.schemas.event.AidLineName;
import fr.passerelle.schemas.event.BudgetAnnuel;
import fr.passerelle.schemas.event.Plan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Plans for tests: only the amounts that are given. */
final class Plans {

    private Plans() {}

    /** A plan whose lines of aid are these, in order; null where an amount is not known. */
    static Plan of(String siren, List<BudgetAnnuel> budget, @Nullable String... aids) {
        AidLineName[] names = AidLineName.values();
        List<AidLine> lines = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            lines.add(line(names[i], aids[i]));
        }
        BigDecimal total = lines.stream()
                .map(AidLine::getAid)
                .filter(aid -> aid != null)
                .reduce(BigDecimal::add)
                .orElse(null);
        return BarePlan.of(siren)
                .setAid(lines)
                .setAidTotal(total)
                .setLeftTotal(total)
                .setBudget(budget)
                .build();
    }

    private static AidLine line(AidLineName name, @Nullable String aid) {
        return AidLine.newBuilder()
                .setLine(name)
                .setRate(new BigDecimal("0.5000"))
                .setCeiling(new BigDecimal("10000.00"))
                .setAid(aid == null ? null : new BigDecimal(aid))
                .setDecidedBy(aid == null ? "COUT_INCONNU" : "TAUX")
                .build();
    }
}
