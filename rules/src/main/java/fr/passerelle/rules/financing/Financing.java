package fr.passerelle.rules.financing;

import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.bareme.Reglement;
import fr.passerelle.schemas.event.AidLine;
import fr.passerelle.schemas.event.AidLineName;
import fr.passerelle.schemas.event.Intercommunalite;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The region's aid to one EPCI under a règlement d'intervention (RULES 5), euros to the cent. Amounts are before or after VAT, as the
 * règlement says: the arithmetic is the same and nothing is converted.
 */
public final class Financing {

    private final Reglement reglement;
    private final EpciProject epciProject;
    private final String on;
    private final FinancingLines lines;

    /**
     * Aids an EPCI.
     *
     * @param epci its SIREN
     * @param line what it told; null where it told nothing
     */
    public Financing(Reglement reglement, String epci, @Nullable Intercommunalite line) {
        this.reglement = reglement;
        this.epciProject = new EpciProject(line);
        this.on = Steps.epci(epci);
        this.lines = new FinancingLines(on, reglement, epciProject);
    }

    /**
     * The five lines, in order. The study is aided whatever is proposed, unless it is refused. Investment and running come with a tiers lieu
     * that is proposed: an EPCI that has one already gets neither.
     */
    public List<AidLine> lines(boolean tiersLieuProposed) {
        Gates gates = new Gates(reglement, epciProject);
        return Arrays.stream(AidLineName.values())
                .map(name -> lines.line(name).through(gates.of(name, tiersLieuProposed)))
                .toList();
    }

    /**
     * What is paid on a line: the aid to the actual cost, never above what was notified.
     *
     * @param actualCost euros, from 0
     * @param notified aid that was notified, euros, from 0
     */
    public BigDecimal paid(AidLineName line, BigDecimal actualCost, BigDecimal notified) {
        return lines.line(line).paid(Cents.of(actualCost), notified);
    }

    /** The most that the scheme can give an EPCI, euros: totalled apart, never a budget. */
    SchemeCeiling ceiling() {
        return SchemeCeiling.of(on, lines);
    }

    /** Running by calendar year, from the aid of its three years. */
    RunningBudget budget(List<AidLine> aids) {
        return RunningBudget.of(on, epciProject.opening(), aids, reglement.annees());
    }

    /** Cost of running in year 4. */
    YearFour yearFour(boolean tiersLieuProposed) {
        return YearFour.of(on, tiersLieuProposed, epciProject.amount(Intercommunalite::getCostAnimation4));
    }
}
